import Rubrics
import Supervision
import Testing

@testable import Reports

@Suite("Tables for statistics packages")
struct TableTests {
  @Test(
    "a cell that could run as a formula has an apostrophe before it",
    arguments: [
      ("=1+1", "'=1+1"), ("+49", "'+49"), ("-x", "'-x"), ("@SUM(1)", "'@SUM(1)"),
      ("\t=1", "\"'\t=1\""), ("\r=1", "\"'\r=1\""), ("\r\n=1", "\"'\r\n=1\""),
      ("\n=1", "\"'\n=1\""), ("\u{FF1D}1", "'\u{FF1D}1"), ("=\u{301}1", "'=\u{301}1"),
      ("=1,2", "\"'=1,2\""), (" =1", " =1"), ("a=1", "a=1"), ("", ""),
    ])
  func formulas(_ text: String, _ cell: String) {
    // Compared by scalars: "\r\n" and "=" with an accent are one letter each.
    #expect(Array(csvCell(text).unicodeScalars) == Array(cell.unicodeScalars))
  }

  @Test("commas, quotes and line breaks are quoted, also where an accent hides them")
  func quoting() {
    #expect(csvCell("a,b") == "\"a,b\"")
    #expect(csvCell("a,\u{301}b").hasPrefix("\""))
    #expect(csvCell("say \"so\"") == "\"say \"\"so\"\"\"")
    #expect(
      Array(csvCell("\"\u{301}").unicodeScalars) == Array("\"\"\"\u{301}\"".unicodeScalars))
    #expect(csvCell("a\u{2028}b") == "\"a\u{2028}b\"")
    #expect(csvCell("a\0b") == "a\u{FFFD}b")
  }

  @Test("numbers stay numbers, nothing is NA, and the word NA is none")
  func cells() {
    let cells: [DataCell] = [
      .whole(-3), .number(-0.62514), .number(.nan), .number(4), .missing, .words("NA"),
      .words(nil), .whole(nil),
    ]
    #expect(
      cells.map { csvCell($0) } == ["-3", "-0.6251", "NA", "4.0", "NA", "'NA", "NA", "NA"])
  }

  @Test("a session, its turns, codes and indices are these rows, letter for letter")
  func sessions() {
    var session = handMadeSession()
    session.reviews[1].isPractice = true
    session.reviews[1].marks = [CodeMark(turn: 2, code: "OQ", isHeard: false)]
    #expect(
      rows(sessionsTable([session])) == [
        """
        session_id,trainee,cohort,scenario_id,scenario_version,scenario_hash,rubric_version,area,\
        phase,population,difficulty,mode,started,finished,turns,words_trainee,words_patient,ending,\
        safety,hints,retries,seed
        """,
        """
        bakotuli,'=cmd(),"spring, early",the-second-cup,1.2,ab12,validation 0.1; safety 0.2,grief,\
        middle,adults,3,exam,2026-02-28T23:59:00Z,2026-03-01T00:16:29Z,2,8,6,together,na,1,1,\
        18446744073709551615
        """,
      ])
    #expect(
      rows(turnsTable([session])) == [
        """
        session_id,turn,attempt,node_id,cues,patient_text,trainee_text,words,seconds,trust,\
        openness,distress,strain
        """,
        "bakotuli,1,1,the cup,hint affect,'-- It's fine.,'@SUM(1),4,20,40,31,60,44",
        "bakotuli,1,2,the cup,hint affect,'-- It's fine.,\"You say \"\"fine\"\",\nand look away.\","
          + "4,21,40,31,60,44",
        "bakotuli,2,1,the cup,hint affect,'-- It's fine.,'NA,4,19,40,31,60,44",
      ])
    #expect(
      rows(codesTable([session])) == [
        "session_id,turn,attempt,unit,code,layer,source,conf,start,end,decision,heard,counts",
        "bakotuli,1,2,0,CR,form,auto,0.625,0,8,rejected,yes,NA",
        "bakotuli,1,2,0,'NA,NA,auto,1.0,9,12,none,yes,NA",
        "bakotuli,1,2,NA,CR,form,ruth,NA,NA,NA,none,yes,yes",
        "bakotuli,2,1,NA,OQ,NA,sam,NA,NA,NA,none,no,no",
      ])
    #expect(
      rows(indicesTable([session])) == [
        "session_id,R,Q,rq,pct_open,pct_complex,words_per_turn,opp_V,opp_A,opp_H,V,A,H,T,adv_per20",
        "bakotuli,1.5,1.0,1.5,NA,33.3,4.0,2,NA,0,0.6251,NA,NA,NA,NA",
      ])
  }

  @Test("ratings by people, the trainee and the program stand apart by round; gates have no level")
  func ratings() {
    var session = handMadeSession()
    session.reviews[1].isPractice = true
    #expect(
      rows(ratingsTable([session])) == [
        "session_id,rater,role,round,dimension,score,evidence_turns,submitted,counts",
        "bakotuli,auto,program,auto,validation,4,NA,2026-03-01T00:16:29Z,NA",
        "bakotuli,auto,program,auto,here and now,NA,NA,2026-03-01T00:16:29Z,NA",
        "bakotuli,'=cmd(),trainee,self,validation,5,NA,2026-03-01T00:16:29Z,NA",
        "bakotuli,ruth,rater,blind,validation,2,1 2,2026-03-04T09:30:00Z,yes",
        "bakotuli,ruth,rater,blind,here and now,NA,1 2,2026-03-04T09:30:00Z,yes",
        "bakotuli,sam,rater,second,validation,4,1 2,2026-03-04T09:30:00Z,no",
        "bakotuli,sam,rater,second,here and now,NA,1 2,2026-03-04T09:30:00Z,no",
        "bakotuli,una,adjudicator,adjudicated,validation,4,1 2,2026-03-04T09:30:00Z,yes",
        "bakotuli,una,adjudicator,adjudicated,here and now,NA,1 2,2026-03-04T09:30:00Z,yes",
      ])
    #expect(
      rows(gatesTable([session])).dropFirst().map { $0.prefix(37) } == [
        "bakotuli,auto,program,auto,safety,na,", "bakotuli,ruth,rater,blind,safety,pass",
        "bakotuli,sam,rater,second,safety,pass", "bakotuli,una,adjudicator,adjudicated,",
      ])
  }

  @Test("every row has a cell for each column, and every column a meaning")
  func columns() {
    let session = handMadeSession()
    for table in [
      sessionsTable([session]), turnsTable([session]), codesTable([session]),
      ratingsTable([session]), gatesTable([session]), indicesTable([session]),
    ] {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
      #expect(table.columns.allSatisfy { !$0.meaning.isEmpty })
      #expect(dictionaryTable(of: [table]).rows.count == table.columns.count)
      for column in table.columns {
        #expect(importScript(forR: [table]).contains("\"\(column.name)\" = "))
        #expect(importScript(forSPSS: [table]).contains("\n  \(column.name) "))
      }
    }
  }

  @Test("choices become factors in R, and value labels with NA as missing in SPSS")
  func scripts() {
    let table = ratingsTable([])
    #expect(
      importScript(forR: [table]).contains(
        "ratings$round <- factor(ratings$round, levels = c(\"blind\", \"second\", "
          + "\"adjudicated\", \"self\", \"auto\"))"))
    let spss = importScript(forSPSS: [table])
    #expect(spss.contains("VALUE LABELS round 'blind' 'first rating, blind' 'second'"))
    #expect(spss.contains("MISSING VALUES session_id rater role round dimension evidence_turns"))
    #expect(!spss.contains("score ('NA')"))
  }

  @Test("with a byte order mark for Excel, and never without being asked")
  func mark() {
    #expect(ratingsTable([]).csv(forExcel: true).utf8.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(ratingsTable([]).csv().utf8.first == UInt8(ascii: "s"))
  }

  /// The lines of a table, of which each ends in CR LF.
  private func rows(_ table: DataTable) -> [String] {
    let text = table.csv()
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }
}
