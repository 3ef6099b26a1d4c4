import Testing

@testable import stancegraph
