"""The demo round: stories, papers, marks and reviews of invented clusters, taken in like anybody else's."""
