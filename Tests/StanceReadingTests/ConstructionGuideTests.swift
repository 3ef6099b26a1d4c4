import StanceTestSupport
import Testing

@testable import StanceReading

@Suite struct ConstructionGuideTests {
  @Test func `the page on constructions is the one checked in`() throws {
    try compare(Array(ConstructionGuide.markdown.utf8), withGolden: "../docs/constructions.md")
  }
}
