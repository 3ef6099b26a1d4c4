public import StanceOntology

extension ResourceLocator {
  /// The weights of the encoder.
  public static let weights = ResourceLocator(
    what: "the file of the encoder's weights", variable: "STANCEGRAPH_WEIGHTS", option: "--weights",
    bundle: "StanceGraph_LanguageAnalysis", name: "encoder.sgw")
}
