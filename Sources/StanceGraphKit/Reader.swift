public import ArticleReading
public import LanguageAnalysis
public import StanceModel
public import StanceOntology
import SourceText
import StanceReading

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
  public let tables: StanceTablesView
  private let tokenizer = Tokenizer()
  private let analyser: LanguageAnalyser
  private let linker: DocumentLinker
  private let stances: StanceReader

  /// Loads the ontology and the encoder's weights.
  ///
  /// - Parameters:
  ///   - ontology: folders whose rows overlay those of the ontology that ships, in order.
  ///   - weights: the weights file; nil for the one that ships.
  ///   - minimumConfidence: statements below it are left out, 0 to 1.
  /// - Throws: `Diagnostic` that names what is missing or broken.
  public init(ontology overlays: [String] = [], weights: String? = nil, minimumConfidence: Double? = nil) throws {
    let directories = try OntologyFolders.all(overlays: overlays)
    let loaded = try Ontology(directories: directories)
    let stanceTables = try StanceTables(directories: directories)
    ontology = loaded
    tables = StanceTablesView(stanceTables)
    analyser = try LanguageAnalyser(weights: weights)
    linker = DocumentLinker(ontology: loaded)
    var reader = StanceReader(ontology: loaded, tables: stanceTables)
    if let minimumConfidence { reader.minimumConfidence = minimumConfidence }
    stances = reader
  }

  /// The language analysis of an article.
  public func analyse(_ article: Article) -> Document {
    var document = Document(article: article)
    let (tokens, sentences, _) = tokenizer.tokenize(article)
    document.tokens = tokens
    document.sentences = sentences
    let names = analyser.analyse(&document)
    linker.link(&document, names: names)
    return document
  }

  /// The statements and relations of an article.
  public func read(_ article: Article) -> ReadArticle {
    let document = analyse(article)
    let (statements, relations) = stances.read(document)
    return ReadArticle(
      record: DocumentRecord(
        document: article.document, title: article.title, outlet: article.outlet,
        author: article.author, date: article.date, url: article.url, text: article.text,
        textHash: article.textHash),
      statements: statements, relations: relations)
  }
}
