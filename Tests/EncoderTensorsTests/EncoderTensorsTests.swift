import Testing

@testable import EncoderTensors
