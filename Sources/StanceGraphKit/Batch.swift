public import ArticleReading
public import SourceText

/// Reads many articles on several threads and hands them out in the order of the input.
public struct Batch: Sendable {
  private let reader: Reader
  private let jobs: Int

  /// - Parameter jobs: the number of articles read at once.
  public init(reader: Reader, jobs: Int) {
    self.reader = reader
    self.jobs = jobs
  }

  /// - Parameters:
  ///   - articles: each article, or why it could not be read.
  ///   - deliver: called on this thread for each article, in the order of the input.
  public func read(
    _ articles: some Sequence<Result<Article, Diagnostic>>,
    deliver: (Result<ReadArticle, Diagnostic>) throws -> Void
  ) throws {
    try map(articles, { $0.read($1) }, deliver: deliver)
  }

  /// - Parameters:
  ///   - articles: each article, or why it could not be read.
  ///   - transform: what to do with each, on one of the threads.
  ///   - deliver: called on this thread for each result, in the order of the input.
  public func map<Output: Sendable>(
    _ articles: some Sequence<Result<Article, Diagnostic>>,
    _ transform: @escaping @Sendable (Reader, Article) -> Output,
    deliver: (Result<Output, Diagnostic>) throws -> Void
  ) throws {
    let work = OrderedWork<Result<Article, Diagnostic>, Result<Output, Diagnostic>>(
      jobs: jobs
    ) { [reader] in $0.map { transform(reader, $0) } }
    for article in articles { try work.submit(article, deliver: deliver) }
    try work.finish(deliver: deliver)
  }
}
