import ArticleReading
import SourceText
import StanceGraphKit
import StanceModel

/// Articles to be analysed: from files, or as a folder keeps them that `build` wrote.
struct ArticleSource {
  /// The statements of a folder that `build` wrote; nil for files.
  let statements: [Statement]?
  private let articles: AnySequence<Result<Article, Diagnostic>>
  private let batch: Batch
  private var failures = Failures()
  private var count = 0

  /// - Throws: `Diagnostic` where nothing can be read at all.
  init(_ paths: [String], options: ReaderOptions) throws {
    if paths.count == 1, let file = Collection.builtFile(in: paths[0]) {
      let collection = try Collection(built: file)
      let least = options.minConfidence ?? 0
      statements = collection.statements.filter { $0.confidence >= least }
      articles = AnySequence(collection.documents.lazy.map { .success(Article($0)) })
      failures = collection.failures
    } else {
      statements = nil
      articles = AnySequence(try options.articles(paths).reader)
    }
    batch = Batch(reader: try options.reader(), jobs: options.jobCount)
  }

  /// Does something with each article on several threads.
  ///
  /// - Parameters:
  ///   - documents: the names of the articles to take; nil for all.
  ///   - transform: what to do, on one of the threads.
  ///   - deliver: called with each result and its article, in the order of the input.
  mutating func map<Output: Sendable>(
    of documents: Set<String>? = nil, _ transform: @escaping @Sendable (Reader, Article) -> Output,
    deliver: (Output, Article) throws -> Void
  ) throws {
    let wanted = articles.lazy.filter { result in
      guard case .success(let article) = result else { return true }
      return documents?.contains(article.document) ?? true
    }
    let work = { @Sendable (reader: Reader, article: Article) in
      (transform(reader, article), article)
    }
    try batch.map(wanted, work) { result in
      switch result {
      case .success(let (output, article)):
        count += 1
        try deliver(output, article)
      case .failure(let diagnostic): failures.add(diagnostic)
      }
    }
  }

  /// Ends the command, with the status of what could not be read.
  func end() throws { try failures.end(articlesRead: count) }
}
