public import LanguageAnalysis
import SourceText
public import StanceModel
public import StanceOntology

/// Reads the positions that a document states: who takes which side on what, and where it says so.
///
/// Every token is offered to every construction; what several read from the same words of one holder is kept once.
public struct StanceReader: Sendable {
  private let ontology: Ontology
  let tables: StanceTables
  /// Readings below this are dropped: guesses that cost more trust than they bring.
  public var minimumConfidence = 0.3
  /// Whether only positions on an issue count, as with a codebook.
  public var isRestrictedToIssues = false

  public init(ontology: Ontology, tables: StanceTables) {
    self.ontology = ontology
    self.tables = tables
  }

  /// The statements and relations of a document, in the order of their evidence.
  public func read(_ document: Document) -> (statements: [Statement], relations: [Relation]) {
    let context = context(of: document)
    let readings = readings(in: context).filter { isOnTopic($0) }
    let statements = StatementWriter(context: context).statements(readings)
    let relations = RelationReader(context: context, table: tables.relations).relations()
    return (statements, relations)
  }

  /// Whether a codebook, where there is one, has what the reading is about.
  func isOnTopic(_ reading: Reading) -> Bool {
    if case .issue = reading.target { return true }
    return !isRestrictedToIssues
  }

  func context(of document: Document) -> Context {
    Context(
      document, ontology: ontology, lexicon: tables.lexicon, issues: tables.issues)
  }

  /// All readings that stand, by their cue.
  func readings(in context: Context) -> [Reading] {
    Selection(context: context).select(offers(in: context).filter { isTrusted($0) })
  }

  /// What every construction reads at every token, before any is chosen.
  func offers(in context: Context) -> [Reading] {
    var found: [Reading] = []
    for token in 0..<context.tokens.count {
      for construction in constructions {
        found += construction.read(token, in: context)
      }
    }
    return found
  }

  func isTrusted(_ reading: Reading) -> Bool {
    reading.confidence >= minimumConfidence && reading.holder.kind != .document
  }
}
