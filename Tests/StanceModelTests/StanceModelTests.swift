import Testing

@testable import StanceModel
