import StanceModel
import Testing

/// When positions are taken, as texts of 12 February 2025 (a Wednesday) tell it.
@Suite struct TimeTests {
  @Test(arguments: [
    ("Norway rejected the plan in 2014.", "2014"),
    ("Norway rejected the plan in March 2014.", "2014-03"),
    ("On 18 March 2014 Norway rejected the plan.", "2014-03-18"),
    ("Norway rejected the plan last year.", "2024"),
    ("Last month, Norway rejected the plan.", "2025-01"),
    ("Norway rejected the plan two years ago.", "2023"),
    ("Norway rejected the plan three days ago.", "2025-02-09"),
    ("Norway rejected the plan on Monday.", "2025-02-10"),
    ("Norway rejected the plan yesterday.", "2025-02-11"),
    ("Norway rejected the plan on Monday, 3 February.", "2025-02-03"),
    ("Norway rejected the plan in the spring of 2014.", "2014"),
    ("Norway rejected the plan in October.", "2024-10"),
    ("Norway rejected the plan on 3 January.", "2025-01-03"),
    ("Norway said on Tuesday that Chad must accept the ceasefire.", "2025-02-11"),
    ("\"We reject the plan,\" Norwegian Prime Minister Jonas Gahr Støre said last year.", "2024"),
  ])
  func `a position is dated by the words that say when it was taken`(text: String, date: String)
    throws
  {
    let read = try statements(in: text)
    try #require(!read.isEmpty)
    #expect(read.map(\.date) == read.map { _ in date })
  }

  @Test(arguments: [
    "Norway rejected the plan.",
    // What is wanted has a time of its own.
    "Norway said the war must end in 2026.",
    "Norway has rejected the plan since 2014.",
    "Norway rejected the plan of 2014.",
    "Norway will reject the plan next year.",
    "Norway rejected the plan for two years.",
    "Norway rejected the plan at a cost of 2000 euros.",
    "On Friday, Norway will reject the plan.",
  ])
  func `a position without a time of its own has the date of its article`(text: String) throws {
    let read = try statements(in: text)
    try #require(!read.isEmpty)
    #expect(read.allSatisfy { $0.date == nil })
  }

  @Test(arguments: [
    ("Norway rejected the plan in 2014.", Modality.past),
    ("Norway rejected the plan last year.", .past),
    ("Norway initially rejected the plan.", .past),
    ("Norway rejected the plan last month.", .asserted),
    ("Norway rejected the plan on Monday.", .asserted),
  ])
  func `what was said long ago is past`(text: String, modality: Modality) throws {
    let read = try statements(in: text)
    try #require(!read.isEmpty)
    #expect(read.map(\.modality) == read.map { _ in modality })
  }

  @Test func `a text without a date can still name a year`() throws {
    let read = try self.read("Norway rejected the plan in 2014. Chad rejected it last year.")
    #expect(Set(read.compactMap(\.date)) == ["2014"])
  }

  private func read(_ text: String) throws -> [Statement] {
    try statements(in: text, date: nil)
  }
}
