"""The key pair of a desk: Ed25519 (RFC 8032), the private half as 32 raw bytes, the public half in base64."""

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

SIGNATURE_SIZE = 64
_KEY_SIZE = 32


def new_private_key() -> bytes:
    """Draw a private key of 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private_key: bytes) -> str:
    """Return the public half in base64, as a manifest bears it; raise ValueError where it is no private key."""
    return base64.b64encode(Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()).decode()


def signature(private_key: bytes, message: bytes) -> bytes:
    """Return the 64 bytes that prove that the holder of the key signed exactly this."""
    return Ed25519PrivateKey.from_private_bytes(private_key).sign(message)


def is_public_key(text: str) -> bool:
    """Say whether a text is a public key in its one spelling."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(raw) == _KEY_SIZE and base64.b64encode(raw).decode() == text


def is_signed(key: str, message: bytes, signed: bytes) -> bool:
    """Say whether `signed` is the signature of the holder of `key`, in base64, over this message."""
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True)).verify(signed, message)
    except (InvalidSignature, ValueError):
        return False
    return True
