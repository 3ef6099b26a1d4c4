// swift-tools-version: 6.2
import PackageDescription

// A newer compiler's warning must stop no user; CI sets STANCEGRAPH_STRICT.
let strict = Context.environment["STANCEGRAPH_STRICT"] != nil
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (strict ? [.treatAllWarnings(as: .error)] : [])

/// A library target whose imports point down the list of `docs/design.md`.
func library(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "StanceGraph",
  products: [
    .library(name: "StanceGraphKit", targets: ["StanceGraphKit"]),
    .executable(name: "stancegraph", targets: ["stancegraph"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .executableTarget(
      name: "stancegraph",
      dependencies: [
        "ArticleReading", "LanguageAnalysis", "SourceText", "StanceDrawing", "StanceExports",
        "StanceEvaluation", "StanceGraphKit", "StanceModel", "StanceOntology", "StanceReading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    library(
      "StanceGraphKit",
      [
        "ArticleReading", "LanguageAnalysis", "SourceText", "StanceDrawing", "StanceExports",
        "StanceModel", "StanceOntology", "StanceReading",
      ]),
    library("StanceDrawing", ["StanceExports", "StanceModel", "StanceOntology", "SourceText"]),
    library("StanceExports", ["CXML", "SourceText", "StanceModel", "StanceOntology"]),
    library(
      "StanceReading",
      ["ArticleReading", "LanguageAnalysis", "SourceText", "StanceModel", "StanceOntology"]),
    library(
      "StanceEvaluation", ["LanguageAnalysis", "SourceText", "StanceModel", "StanceOntology"]),
    library("StanceModel", ["SourceText", "StanceOntology"]),
    library(
      "LanguageAnalysis",
      ["ArticleReading", "EncoderTensors", "SourceText", "StanceOntology"],
      resources: [.copy("Resources/encoder.sgw")]),
    library("StanceOntology", ["SourceText"], resources: [.copy("../../ontology")]),
    library(
      "ArticleReading",
      ["CXML", "SourceText", .product(name: "Crypto", package: "swift-crypto")]),
    library("EncoderTensors", ["CEncoderKernels", "COneDNN", "SourceText"]),
    // Its sources switch fused multiply-adds off: the numbers are the same on every machine.
    .target(name: "CEncoderKernels"),
    library("SourceText", []),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "COneDNN", path: "Sources/COneDNN", providers: [.apt(["libdnnl-dev"])]),

    .target(
      name: "StanceTestSupport",
      dependencies: ["SourceText", "StanceModel", "StanceOntology"],
      path: "Tests/StanceTestSupport", swiftSettings: settings),
    tests("SourceText", []),
    tests("ArticleReading", ["SourceText"]),
    tests("EncoderTensors", ["CEncoderKernels", "SourceText"]),
    tests("StanceOntology", ["SourceText"]),
    tests(
      "LanguageAnalysis", ["ArticleReading", "EncoderTensors", "SourceText", "StanceOntology"],
      exclude: ["Fixtures"]),
    tests("StanceModel", ["SourceText", "StanceOntology", "StanceTestSupport"]),
    tests(
      "StanceReading",
      [
        "ArticleReading", "LanguageAnalysis", "SourceText", "StanceGraphKit", "StanceModel",
        "StanceOntology", "StanceTestSupport",
      ], exclude: ["Rows"]),
    tests(
      "StanceEvaluation",
      [
        "ArticleReading", "SourceText", "StanceGraphKit", "StanceModel", "StanceOntology",
        "StanceReading", "StanceTestSupport",
      ], exclude: ["Coded"]),
    tests("StanceExports", ["SourceText", "StanceModel", "StanceOntology", "StanceTestSupport"]),
    tests(
      "StanceDrawing",
      ["SourceText", "StanceExports", "StanceModel", "StanceOntology", "StanceTestSupport"]),
    tests(
      "stancegraph",
      [
        "ArticleReading", "LanguageAnalysis", "SourceText", "StanceGraphKit", "StanceModel",
        "StanceOntology", "StanceReading", "StanceTestSupport",
      ]),
  ],
  swiftLanguageModes: [.v6]
)

if Context.environment["STANCEGRAPH_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "stancegraph-bench",
      dependencies: [
        "ArticleReading", "CMachine", "COneDNN", "LanguageAnalysis", "SourceText", "StanceGraphKit",
        "StanceOntology", "StanceReading",
      ],
      path: "Benchmarks/Pipeline", swiftSettings: settings),
    // Counts allocations and measures what the machine can do at most.
    .target(name: "CMachine", path: "Benchmarks/CMachine"),
  ]
}
