"""Which network addresses may be visited."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redite.intake.addresses import is_public, parsed

REFUSED = [
    *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255"),
    *("192.168.1.1", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.100.100.200"),
    *("192.0.0.192", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1"),
    *("239.1.1.1", "240.0.0.1", "255.255.255.255", "192.88.99.1", "168.63.129.16"),
    *("::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:a00:1", "::127.0.0.1"),
    *("2002:7f00:1::", "2002:a9fe:a9fe::1", "2001:0:1::1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *(
        "64:ff9b:1::1",
        "100::1",
        "3fff::1",
        "5f00::1",
        "2600::5efe:10.0.0.1",
        "2600::200:5efe:a00:1",
    ),
]
PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808"]


@pytest.mark.parametrize("text", REFUSED)
def test_addresses_that_are_not_of_the_open_internet(text: str) -> None:
    """Private, local, shared, metadata, multicast, reserved, and any of them inside another."""
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", [*PUBLIC, "::ffff:8.8.8.8"])
def test_addresses_of_the_open_internet(text: str) -> None:
    """Both families, and IPv4 written as IPv6."""
    assert is_public(ip_address(text))


@given(st.ip_addresses(v=4))
def test_ipv4_inside_ipv6_is_judged_alike(address: object) -> None:
    """Mapped and translated addresses are as public as what they carry."""
    four = ip_address(str(address))
    for prefix in ("::ffff:0:0", "64:ff9b::"):
        six = IPv6Address(int(IPv6Address(prefix)) | int(four))
        assert is_public(six) == is_public(four)


def test_a_zone_is_no_part_of_an_address() -> None:
    """The resolver writes the interface behind link-local addresses."""
    assert parsed("fe80::1%eth0") == ip_address("fe80::1")
