"""Which network addresses a stranger's link may make us visit: public ones, nothing else."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_REFUSED_4 = (
    IPv4Network("192.0.0.0/24"),  # protocols, and the metadata of one cloud
    IPv4Network("192.88.99.0/24"),  # relays of 6to4
    IPv4Network("168.63.129.16/32"),  # the metadata of another, though its range is public
)
_GLOBAL_6 = IPv6Network("2000::/3")
_REFUSED_6 = (
    IPv6Network("2001::/23"),  # Teredo, ORCHID and other protocols, some with IPv4 inside
    IPv6Network("2001:db8::/32"),  # documentation
    IPv6Network("2002::/16"),  # 6to4: any IPv4 address, private ones included
    IPv6Network("3fff::/20"),  # documentation
)
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Say whether `address` is one of the open internet.

    Private, loopback, link-local, carrier-grade NAT, metadata, multicast and reserved ones are
    not. An address that carries an IPv4 address inside is judged by that, or refused.

    >>> is_public(ip_address("::ffff:169.254.169.254"))
    False
    """
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address in _NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if (int(address) >> 32) & 0xFFFFFFFF in (0x00005EFE, 0x02005EFE):
            return False  # ISATAP: the last half is an IPv4 address
        refused = any(address in network for network in _REFUSED_6)
        return address in _GLOBAL_6 and address.is_global and not refused
    if address.is_multicast or address.is_reserved or not address.is_global:
        return False
    return not any(address in network for network in _REFUSED_4)


def parsed(text: str) -> Address:
    """Return the address that `text`, from the system's resolver, writes; raises `ValueError`."""
    return ip_address(text.partition("%")[0])
