"""Text of pages: folding, finding, anchoring, sentences and page labels."""
