import StanceGraphKit
import StanceModel
import Testing

/// Sentences that take no side, although they have all the words of one.
@Suite struct SilenceTests {
  @Test(arguments: [
    "There is no need for Sweden to support the plan.",
    "It is too early for Ghana to back the mission.",
    "Kenya would have supported the deal.",
    "Had Spain backed the resolution, it would have passed.",
    "Suppose that Chile supports the treaty.",
    "\"If we wanted war, we would attack Iran,\" said Israeli Prime Minister Benjamin Netanyahu.",
    "The US vice-president criticised Germany.",
    "Spain's queen supports the plan.",
  ])
  func `what is not said to be so is no position`(text: String) throws {
    let read = try statements(in: text)
    #expect(read.isEmpty, "\(read.map { "\($0.holder) \($0.polarity.rawValue) \($0.target.id)" })")
  }

  @Test func `who is threatened with a thing is not supported, and the thing not opposed`() throws {
    for text in ["Trump threatened Mexico with tariffs.", "Russia threatened a strike on Poland."] {
      let read = try statements(in: text)
      #expect(!read.isEmpty)
      #expect(!read.contains { $0.target.id == "country:MX" && $0.polarity == .support })
      #expect(!read.contains { $0.target.id.contains("strike") && $0.polarity == .oppose })
    }
  }

  @Test func `the mission of one country in another is not that country`() throws {
    let read = try statements(in: "Germany opposes the mission in Mali.")
    #expect(!read.isEmpty)
    #expect(!read.contains { $0.target.id == "country:ML" })
  }

  @Test func `what a pronoun stands for is told apart by article`() throws {
    let read = try statements(in: "Norway signed a letter. Chad called it a mistake.")
    #expect(!read.contains { $0.target.id == "proposition:it(-,-)" })
  }

  @Test func `a membership that is vetoed is none`() throws {
    let read = try read("Spain vetoed Kosovo's membership of NATO.")
    #expect(read.relations.isEmpty)
  }

  @Test(arguments: [
    "Warned that it failed — wants more and the chair of the panel who urged them to stop — Norway's premier\" said where signed it.",
    String(
      repeating: "the chair of the panel who urged them and said where wants signed it ", count: 40),
  ])
  func `odd trees are read without a stop`(text: String) throws {
    _ = try statements(in: text)
  }
}
