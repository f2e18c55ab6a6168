"""One flag renews what people read: `python -m pytest tests/golden --renew`; review the difference."""


def pytest_addoption(parser):
    parser.addoption("--renew", action="store_true", help="write the goldens anew")
