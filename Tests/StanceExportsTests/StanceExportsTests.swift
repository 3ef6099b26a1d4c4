import Testing

@testable import StanceExports
