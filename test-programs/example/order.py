"""Prices an order with a C extension that calls back into Python: the program that the README debugs."""
import pricing


class Item:
    def __init__(self, name, quantity, price):
        self.name = name
        self.quantity = quantity
        self.price = price


def bulk_price(item):
    """Ten or more of an item cost 15 % less."""
    discount = 0.15 if item.quantity >= 10 else 0.0
    amount = item.quantity * item.price * (1 - discount)  # @amount
    return pricing.round_cents(amount)  # @ask


def price_order(items):
    cents = pricing.total(items, bulk_price)  # @total
    return cents / 100


def main():
    items = [Item("bolt M4", 12, 0.25), Item("hex key", 1, 7.9), Item("Döner", 3, 6.5)]
    print(f"{len(items)} items cost {price_order(items):.2f} EUR")  # @order


main()  # @module
