"""What a plan's floor costs and buys, where askers look for it; `matching.floor_price` works it out."""

from mentordesk.matching.floor_price import FloorPrice, floor_price

__all__ = ["FloorPrice", "floor_price"]
