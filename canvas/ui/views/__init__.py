"""One page a module, one render() each."""
