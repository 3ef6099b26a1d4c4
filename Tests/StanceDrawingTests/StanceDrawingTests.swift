import Testing

@testable import StanceDrawing
