public import ArticleReading
import LanguageAnalysis
import SourceText
public import StanceModel
public import StanceReading

/// A statement and how it was read.
public struct ExplainedStatement: Sendable {
  public var statement: Statement
  /// Nil where the article's text does not have the statement's words where it says so.
  public var explanation: Explanation?

  public init(statement: Statement, explanation: Explanation?) {
    self.statement = statement
    self.explanation = explanation
  }
}

extension Reader {
  /// The statements of an article that `isWanted` names, each with how it was read.
  public func explain(_ article: Article, where isWanted: (Statement) -> Bool)
    -> [ExplainedStatement]
  {
    let document = analyse(article).document
    return stances.read(document).statements.filter(isWanted).map {
      ExplainedStatement(statement: $0, explanation: stances.explanation(of: $0, in: document))
    }
  }

  /// Statements that were read before, each with how it was read in the article, which is analysed anew.
  public func explain(_ statements: [Statement], in article: Article) -> [ExplainedStatement] {
    let document = analyse(article).document
    return statements.map { statement in
      let isThere = article.text[statement.evidence] == statement.quotation
      return ExplainedStatement(
        statement: statement,
        explanation: isThere ? stances.explanation(of: statement, in: document) : nil)
    }
  }

  /// What was made of each sentence of an article, and why it gave no statement.
  public func explainSentences(of article: Article) -> [SentenceReport] {
    stances.sentences(in: analyse(article).document)
  }
}

extension Article {
  /// An article as a graph keeps it; its blocks are found as in plain text.
  public init(_ record: DocumentRecord) {
    self.init(
      document: record.document, path: record.document, text: record.text,
      textHash: record.textHash, blocks: PlainText.blocks(of: record.text), title: record.title,
      outlet: record.outlet, author: record.author, date: record.date, url: record.url)
  }
}
