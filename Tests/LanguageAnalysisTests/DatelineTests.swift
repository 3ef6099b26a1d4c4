import ArticleReading
import SourceText
import Testing

@testable import LanguageAnalysis

@Suite struct DatelineTests {
  private func sentences(_ text: String) -> [String] {
    let article = Article(
      document: "t", path: "t", text: text, textHash: "",
      blocks: [.init(.paragraph, TextSpan(0, text.utf8.count))])
    return Tokenizer().tokenize(article).sentences.map { text[$0.span] }
  }

  @Test(arguments: [
    ("PRISTINA, March 20, 2023 — The leaders have agreed on a plan.", "PRISTINA, March 20, 2023 —"),
    ("KYIV (Reuters) – The army rejected the proposal.", "KYIV (Reuters) –"),
    ("NEW YORK - The council met for an hour on Monday.", "NEW YORK -"),
    ("PORT VILA: The government said on Monday that it would not sign.", "PORT VILA:"),
  ])
  func `a dateline is a unit of its own`(text: String, dateline: String) {
    #expect(sentences(text).first == dateline)
    #expect(sentences(text).count == 2)
  }

  @Test(arguments: [
    "NATO – an alliance of 32 states – met on Monday.",
    "The NATO summit – the first in years – ended on Monday.",
    "WARNING: keep off.",
    "IAEA inspectors - who left in June - came back on Monday.",
  ])
  func `a sentence with a dash is none`(text: String) {
    #expect(sentences(text).count == 1)
  }
}
