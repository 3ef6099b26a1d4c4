public import ArticleReading
public import LanguageAnalysis
import SourceText
public import StanceModel
public import StanceOntology
public import StanceReading

/// What an article gives: its record, statements and relations.
public struct ReadArticle: Sendable {
  public var record: DocumentRecord
  public var statements: [Statement]
  public var relations: [Relation]
}

/// Reads articles: tokens, parse, names, quotations, and the positions they state.
///
/// Made once and shared: it is immutable, and any number of articles may be read with it at once.
public struct Reader: Sendable {
  public let ontology: Ontology
  public let tables: StanceTables
  private let tokenizer = Tokenizer()
  private let encoder: Encoder
  private let linker: DocumentLinker
  let stances: StanceReader

  /// Loads the ontology and the encoder's weights.
  ///
  /// - Parameters:
  ///   - overlays: folders whose rows overlay those of the ontology that ships, in order.
  ///   - weights: the weights file; nil for the one that ships.
  ///   - codebook: a table of concepts that replaces the issues, other positions being left out; nil for none.
  ///   - minimumConfidence: statements below it are left out, 0 to 1; nil for the default.
  /// - Throws: `Diagnostic` or `OntologyErrors` that name what is missing or broken.
  public init(
    ontology overlays: [String] = [], weights: String? = nil, codebook: String? = nil,
    minimumConfidence: Double? = nil
  ) throws {
    let directories = try Self.ontologyFolders(overlays: overlays)
    let loaded = try Ontology(directories: directories)
    tables = try StanceTables(directories: directories, codebook: codebook)
    guard tables.faults.isEmpty else { throw OntologyErrors(tables.faults) }
    ontology = loaded
    linker = try DocumentLinker(ontology: loaded, directories: directories)
    encoder = try Encoder(
      weights: try ResourceLocator.weights.locate(named: weights),
      verbs: tables.verbs.union(linker.verbs))
    var reader = StanceReader(ontology: loaded, tables: tables)
    reader.isRestrictedToIssues = codebook != nil
    if let minimumConfidence { reader.minimumConfidence = minimumConfidence }
    stances = reader
  }

  /// The folder of the ontology that ships, and those that overlay it.
  ///
  /// - Throws: `Diagnostic` if the one that ships is not found, or an overlay is no folder.
  public static func ontologyFolders(overlays: [String]) throws -> [String] {
    let base = try ResourceLocator.ontology.locate()
    return [base] + (try overlays.map { try ResourceLocator.ontology.locate(named: $0) })
  }

  /// The language analysis of an article, and its contractions, which CoNLL-U shows as multiword tokens.
  public func analyse(_ article: Article) -> (document: Document, multiwordTokens: [MultiwordToken])
  {
    var document = Document(article: article)
    let (tokens, sentences, words) = tokenizer.tokenize(article)
    document.tokens = tokens
    document.sentences = sentences
    complete(&document)
    return (document, words)
  }

  /// Fills all columns but the forms of a document whose tokens and sentences are known.
  public func complete(_ document: inout Document) {
    let (names, views) = encoder.analyse(&document.tokens, document.sentences)
    document.names = names
    linker.link(&document, names: names.map { ($0.words, $0.type) }, views: views)
  }

  /// The statements and relations of an article.
  public func read(_ article: Article) -> ReadArticle {
    let (statements, relations) = stances.read(analyse(article).document)
    return ReadArticle(
      record: DocumentRecord(article), statements: statements, relations: relations)
  }

  /// Whether a row of the tables reads its own example.
  func reads(_ example: RowExample) -> Bool {
    let article = Article(
      document: "example", path: "example", text: example.sentence, textHash: "",
      blocks: [.init(.paragraph, TextSpan(0, example.sentence.utf8.count))])
    return !example.sentence.isEmpty && stances.reads(example, in: analyse(article).document)
  }

  /// Words and names of an article that the tables do not know.
  public func unknowns(in article: Article) -> [UnknownWord] {
    stances.unknowns(in: analyse(article).document)
  }
}

extension DocumentRecord {
  /// What a graph keeps of an article.
  public init(_ article: Article) {
    self.init(
      document: article.document, title: article.title, outlet: article.outlet,
      author: article.author, date: article.date, url: article.url, text: article.text,
      textHash: article.textHash)
  }
}
