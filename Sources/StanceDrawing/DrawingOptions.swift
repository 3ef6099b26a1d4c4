/// What a drawing shows.
public struct DrawingOptions: Hashable, Sendable {
  /// The line on top; without one, the graph's title.
  public var title: String?
  /// At most so many nodes, those with most statements; every claimant of a territory that is shown comes
  /// on top of them.
  public var maxNodes: Int
  /// Open propositions are shown from so many statements on.
  public var minPropositionStatements: Int
  /// Whether relations that articles state are drawn, such as `attacks`.
  public var showRelations: Bool

  public init(
    title: String? = nil, maxNodes: Int = 60, minPropositionStatements: Int = 2,
    showRelations: Bool = true
  ) {
    self.title = title
    self.maxNodes = maxNodes
    self.minPropositionStatements = minPropositionStatements
    self.showRelations = showRelations
  }
}
