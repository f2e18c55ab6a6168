"""Canvas Coach: learn, write and check the Customer Relationships section of a business plan."""

CHECKER_VERSION = "0.1.0"
"""The version of rules and checks together; it travels with every report, so that two reports can be compared."""
