import Testing

@testable import StanceReading
