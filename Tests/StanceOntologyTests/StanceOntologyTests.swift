import Testing

@testable import StanceOntology
