import Foundation
import Testing

@testable import Agreement

@Suite("Published values")
struct PublishedValuesTests {
  /// Six subjects, four judges: Shrout and Fleiss (1979), table 2.
  private let judged: [[Double]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]
  /// Four observers, twelve units: Krippendorff (2011), section C.
  private let observed: [[Double?]] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ]

  @Test("the intraclass correlations of Shrout and Fleiss")
  func shroutAndFleiss() throws {
    let found = try #require(IntraclassCorrelations(judged))
    #expect(found.units == 6 && found.raters == 4)
    #expect(fourDigits(found.oneWay?.value) == 0.1657)
    #expect(fourDigits(found.absolute?.value) == 0.2898)
    #expect(fourDigits(found.consistency?.value) == 0.7148)
    #expect(fourDigits(found.absoluteOfMean?.value) == 0.6201)
  }

  @Test("their intervals, as the package psych of R gives them")
  func intervals() throws {
    func rounded(_ interval: Interval?) -> [Double]? {
      interval.map { [$0.low, $0.high].map { ($0 * 1000).rounded() / 1000 } }
    }
    let found = try #require(IntraclassCorrelations(judged))
    #expect(rounded(found.oneWay?.interval) == [-0.133, 0.723])
    #expect(rounded(found.absolute?.interval) == [0.019, 0.761])
    #expect(rounded(found.consistency?.interval) == [0.342, 0.946])
    #expect(rounded(found.absoluteOfMean?.interval) == [0.071, 0.927])
  }

  @Test("the alphas of Krippendorff, with gaps and a unit of one rating")
  func krippendorff() {
    let alpha = KrippendorffsAlpha(units: columns(observed))
    #expect(alpha.units == 11)
    #expect(fourDigits(alpha.value(.nominal)) == 0.7434)
    #expect(fourDigits(alpha.value(.ordinal)) == 0.8154)
    #expect(fourDigits(alpha.value(.interval)) == 0.8491)
  }

  @Test("quantiles of F and t, as tables print them")
  func quantiles() {
    #expect(fourDigits(fQuantile(0.95, 1, 1)) == 161.4476)
    #expect(fourDigits(fQuantile(0.975, 1, 1)) == 647.789)
    #expect(fourDigits(fQuantile(0.95, 2, 10)) == 4.1028)
    #expect(fourDigits(fQuantile(0.975, 5, 10)) == 4.2361)
    #expect(fourDigits(fQuantile(0.975, 10, 5)) == 6.6192)
    #expect(fourDigits(fQuantile(0.99, 5, 20)) == 4.1027)
    #expect(fourDigits(fQuantile(0.95, 120, 120)) == 1.3519)
    #expect(
      [1, 2, 10, 30, 120].map { fourDigits(studentT($0)) } == [
        12.7062, 4.3027, 2.2281, 2.0423, 1.9799,
      ])
    #expect(fQuantile(0, 1, 1) == nil && fQuantile(0.5, 0, 1) == nil && studentT(0) == nil)
  }

  @Test("with millions of degrees of freedom a quantile is still found")
  func manyDegrees() throws {
    let found = try #require(fQuantile(0.975, 1_000_000, 1_000_000))
    // 1 + 1.96 standard deviations of 2 / √1,000,000.
    #expect(abs(found - 1.00393) < 0.0001)
  }

  @Test("a mean, its interval and the limits of Bland and Altman, by hand")
  func spread() throws {
    let found = try #require(BlandAltman([3, 4, 5, 2], [2, 4, 3, 3]))
    // Differences 1, 0, 2, -1: mean .5, deviation 1.2910; t with three degrees of freedom 3.1824.
    #expect(found.difference.value == 0.5)
    #expect(fourDigits(found.difference.interval?.low) == -1.5543)
    #expect(fourDigits(found.limits?.low) == -2.0303)
    #expect(fourDigits(found.limits?.high) == 3.0303)
    #expect(found.points[2] == .init(mean: 4, difference: 2))
  }

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/clinical/irr_vectors.json").standardized

  @Test(
    "every vector of the reference, where it lies beside the project",
    .enabled(
      if: FileManager.default.fileExists(atPath: file.path),
      "skipped: ../shared/clinical/irr_vectors.json is not there"))
  func reference() throws {
    let all = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file))
    let vectors = try #require(all as? [String: [String: Any]])
    func rows(_ name: String, _ key: String) throws -> [[Double?]] {
      try #require(vectors[name]?[key] as? [[Any]]).map { $0.map { $0 as? Double } }
    }
    func numbers(_ key: String) throws -> [Int] {
      try #require(vectors["ordinal10"]?[key] as? [Int])
    }
    func expect(_ found: Double?, _ name: String, _ key: String) throws {
      #expect(try fourDigits(found) == #require(vectors[name]?[key] as? Double), "\(name) \(key)")
    }

    let (judged, observed) = ("shrout_fleiss_1979", "krippendorff_2011")
    let found = try #require(
      IntraclassCorrelations(rows(judged, "ratings").map { $0.compactMap(\.self) }))
    try expect(found.oneWay?.value, judged, "ICC11")
    try expect(found.absolute?.value, judged, "ICC21")
    try expect(found.consistency?.value, judged, "ICC31")
    try expect(found.absoluteOfMean?.value, judged, "ICC2k")

    let alpha = try KrippendorffsAlpha(units: columns(rows(observed, "raters")))
    try expect(alpha.value(.nominal), observed, "alpha_nominal")
    try expect(alpha.value(.ordinal), observed, "alpha_ordinal")
    try expect(alpha.value(.interval), observed, "alpha_interval")

    let counts = try rows("kappa_paradox", "table").joined().map { Int($0 ?? 0) }
    let paradox = AgreementTable(
      both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
    try expect(paradox.agreement, "kappa_paradox", "agreement")
    try expect(paradox.cohensKappa(), "kappa_paradox", "kappa")
    try expect(paradox.gwetsAC1(), "kappa_paradox", "AC1")

    let table = try AgreementTable(numbers("a"), numbers("b"), categories: numbers("categories"))
    try expect(table.cohensKappa(), "ordinal10", "kappa")
    try expect(table.cohensKappa(.linear), "ordinal10", "kappa_linear")
    try expect(table.cohensKappa(.quadratic), "ordinal10", "kappa_quadratic")
    try expect(table.gwetsAC1(), "ordinal10", "AC1")
    try expect(table.gwetsAC1(.quadratic), "ordinal10", "AC2_quadratic")
  }

  /// Rows of raters as columns of units.
  private func columns(_ raters: [[Double?]]) -> [[Double]] {
    (raters.first ?? []).indices.map { unit in raters.compactMap { $0[unit] } }
  }
}
