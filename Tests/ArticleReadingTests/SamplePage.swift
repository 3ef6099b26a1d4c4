import Testing

@testable import ArticleReading

/// A page made up for the tests, in a layout that is common, and what is to be read from it.
struct SamplePage: Sendable, CustomTestStringConvertible {
  var name: String
  var html: String
  /// Every block, as `kind: text`.
  var blocks: [String]
  var metadata: ArticleMetadata

  var testDescription: String { name }

  static let all: [SamplePage] = [
    .newsSite, .wordPress, .divSoup, .linkedData, .liveReport, .oldTables, .scriptFilled,
    .endlessPage, .pressRelease,
  ]
}
