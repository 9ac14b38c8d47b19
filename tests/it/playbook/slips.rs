//! Slips of the pen that make a file no TOML: each is named on its line, and what is advised instead can be used.

use super::advice::SMALL;
use breachbook::playbook::load;
use breachbook::playbook::load::load_checked;
use breachbook::source::Source;

/// What stands in the playbook, what somebody writes instead, what the caret marks, what is said, and what is advised.
const SLIPS: &[(&str, &str, &str, &str, &str)] = &[
    ("title = \"P\"", "title = “P”", "“P”", "not a quote that TOML knows", "Write `\"P\"`."),
    ("title = \"P\"", "title = “Don’t say \"P\"”", "“Don’t say \"P\"”", "not a quote", "`'Don’t say \"P\"'`"),
    ("title = \"P\"", "title = ‘The officer’s P’", "‘The officer’s P’", "not a quote", "`\"The officer’s P\"`"),
    ("title = \"P\"", "title = \"P”", "”", "no such quote at its end", "Write `\"P\"`."),
    ("title = \"P\"", "title\u{a0}= \"P\"", "\u{a0}", "a no-break space (U+00A0)", "space of the keyboard"),
    ("title = \"P\"", "title =\u{a0}\"P\"", "\u{a0}", "a no-break space (U+00A0)", "space of the keyboard"),
    ("title = \"P\"", "\u{2003}title = \"P\"", "\u{2003}", "a blank of another kind", "space of the keyboard"),
    ("title = \"P\"", "title ＝ \"P\"", "＝", "only looks like `=`", "Write `=`."),
    ("title = \"P\"", "title = \"C:\\Users\\P\"", "\\U", "a backslash does not stand for itself", "`'C:\\Users\\P'`"),
    ("title = \"P\"", "title = \"D:\\Data\"", "\\D", "a backslash does not stand for itself", "`'D:\\Data'`"),
    ("title = \"P\"", "title = \"It's D:\\Data\"", "\\D", "a backslash", "each backslash twice"),
    ("title = \"P\"", "title = \"Say \"yes\" to P\"", "\"", "The text ends at this \"", "`'Say \"yes\" to P'`"),
    ("title = \"P\"", "when = \"kind == \"a\"\"\ntitle = \"P\"", "\"", "ends at this", "`'kind == \"a\"'`"),
    ("title = \"P\"", "title = 'Don't ask'", "'", "The text ends at this '", "`\"Don't ask\"`"),
    ("title = \"P\"", "title = \"P", "\"P", "no closing quote", "Write `\"P\"`."),
    ("title = \"P\"", "title = 'P", "'P", "no closing quote", "Write `\"P\"`."),
    ("title = \"P\"", "title = \"\"\"P", "\"\"\"", "never closed", "Write \"\"\" where it ends."),
    ("title = \"P\"", "title = Plan it", "Plan it", "needs quotes", "`title = \"Plan it\"`"),
    ("title = \"P\"", "title = yes", "yes", "neither a text in quotes nor", "`true`"),
    ("title = \"P\"", "title = True", "True", "neither a text in quotes nor", "`true`"),
    ("title = \"P\"", "title =", "=", "Behind `title =` stands nothing", "on the same line"),
    ("title = \"P\"", "title \"P\"", "title", "a `=` is missing", "`title = \"P\"`"),
    ("title = \"P\"", "title: P", "title", "`:` instead of `=`", "`title = \"P\"`"),
    ("title = \"P\"", "title == \"P\"", "==", "takes one `=`", "`title = ...`"),
    ("title = \"P\"", "title = \"P\";", ";", "no place behind a value", "Remove it"),
    ("title = \"P\"", "title = \"P\",", ",", "no place behind a value", "Remove it"),
    ("title = \"P\"", "title = \"P\" // first", "// first", "does not begin a comment", "begins with `#`"),
    ("title = \"P\"", "// first\ntitle = \"P\"", "//", "does not begin a comment", "begins with `#`"),
    ("title = \"P\"", "the title = \"P\"", "the title", "A key is one word", "`the_title`"),
    ("title = \"P\"", "- P", "- P", "not written with dashes", "`key = [\"P\"]`"),
    (
        "title = \"P\"",
        "title = \"P\"\ntitle = \"Q\"",
        "title",
        "given twice in this table, first on line 11",
        "Keep one",
    ),
    ("[[phase]]", "[[phase]", "[[phase]", "not closed", "Write `[[phase]]`."),
    ("[[phase]]", "[phase]\nid = \"a\"\ntitle = \"A\"\n[[phase]]", "[phase]", "one table", "`[[phase]]`"),
    ("[[phase]]", "[[phase]]\nid = \"a\"\ntitle = \"A\"\n[phase]", "[phase]", "one table", "`[[phase]]`"),
    ("[clauses]", "[playbook]\n[clauses]", "[playbook]", "already a table [playbook], on line 2", "one heading"),
    ("title = \"P\"", "cite = [\"a\"\ntitle = \"P\"", "[\"a\"", "list that begins here is not closed", "Write `]`"),
    ("title = \"P\"", "cite = [\"a\" \"b\"]\ntitle = \"P\"", "\"", "A comma is missing", "`,`"),
    ("title = \"P\"", "cite = [\"a\", b]\ntitle = \"P\"", "b", "A text needs quotes", "`\"b\"`"),
    (
        "organisation = \"O\" }",
        "organisation = \"O\"",
        "{ title = \"T\", organisation = \"O\"",
        "not closed",
        "Write `}`",
    ),
    ("title = \"T\", org", "title = \"T\" org", "\"", "A comma is missing", "`,`"),
    ("organisation = \"O\"", "organisation = \"O\", dated = 21-08-2018", "21-08-2018", "not a date", "2018-08-21"),
    ("organisation = \"O\"", "organisation = \"O\", dated = 2018-13-01", "2018-13-01", "not a date", "2018-08-21"),
    ("word = \"soon\"", "limit_hours = 1,000", "1,000", "no commas", "`1_000`"),
    ("word = \"soon\"", "limit_hours = 072", "072", "does not begin with 0", "`limit_hours = 72`"),
    (
        "a = {",
        "4.2 = { at = \"2\", text = \"t\" }\n4.2.1 = { at = \"3\", text = \"t\" }\na = {",
        "4.2.1",
        "A dot",
        "`4-2-1`",
    ),
    ("a = {", "1(a) = { at = \"2\", text = \"t\" }\na = {", "1(a)", "cannot be a key", "Write `1-a`."),
    ("schema = 1", "{ \"schema\": 1 }", "{ \"schema\": 1 }", "does not look like TOML", "playbook new"),
];

#[test]
fn a_slip_that_toml_cannot_read_is_named_on_its_line_with_what_to_write_instead() {
    let mut wrong = String::new();
    for (from, to, marked, says, advises) in SLIPS {
        let text = SMALL.trim_start().replacen(from, to, 1);
        assert_ne!(text, SMALL.trim_start(), "{from}");
        let sources = [Source::new("small.toml", text.clone())];
        let loaded = load(&sources);
        let fits = loaded.problems.len() == 1
            && loaded.problems.iter().all(|problem| {
                problem.code.word() == "not-toml"
                    && &text[problem.span.start..problem.span.end] == *marked
                    && problem.message.contains(says)
                    && problem.advice().contains(advises)
            });
        if !fits {
            wrong += &format!("\nwritten: {to}\nwanted: {marked} {says} {advises}\n{}", loaded.rendered(&sources));
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn slips_on_lines_of_their_own_are_shown_together() {
    let text = SMALL.replacen("title = \"P\"", "title = “P”", 1).replacen("ask = \"Which", "ask = “Which", 1);
    let text = text.replacen("word = \"soon\"", "word: soon", 1);
    let loaded = load(&[Source::new("small.toml", text)]);
    let said: Vec<_> = loaded.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(said.len(), 3, "{said:?}");
}

/// What is TOML for this program, but not what its author meant, or not what other readers take.
const MISREAD: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("title = \"P\"", "title = \"C:\\temp\"", "hidden-character", "\\t", "not for a backslash", "single quotes"),
    ("title = \"P\"", "title = \"C:\\new\"", "hidden-character", "\\n", "not for a backslash", "single quotes"),
    ("a = {", "4.2 = { at = \"4\", text = \"t\" }\na = {", "bad-id", "4.2", "no dot", "Write `4-2`."),
    ("a = {", "4.2.1 = { at = \"4\", text = \"t\" }\na = {", "bad-id", "4.2.1", "no dot", "Write `4-2-1`."),
    ("source = { title", "source = {\ntitle", "not-toml", "{", "over several lines", "[playbook.source]"),
    ("\"O\" }", "\"O\", }", "not-toml", "}", "A comma stands behind the last key", "Remove the comma"),
    ("channels = [{ ", "channels = [{\n", "not-toml", "{", "over several lines", "between { and } on one line"),
];

#[test]
fn what_is_read_otherwise_than_it_was_meant_or_by_nobody_else_is_refused_where_it_stands() {
    for (from, to, code, marked, says, advises) in MISREAD {
        let text = SMALL.replacen(from, to, 1);
        let sources = [Source::new("small.toml", text.clone())];
        let loaded = load(&sources);
        let shown = loaded.rendered(&sources);
        let [problem] = loaded.problems.as_slice() else { panic!("{to}: {shown}") };
        assert_eq!((problem.code.word(), &text[problem.span.start..problem.span.end]), (*code, *marked), "{shown}");
        assert!(problem.message.contains(says) && problem.advice().contains(advises), "{shown}");
    }
}

#[test]
fn a_table_over_several_lines_is_no_slip_between_the_entries_of_a_list_or_in_a_text() {
    let lists =
        SMALL.replacen("channels = [{ kind", "channels = [ # {\n  { kind", 1).replacen("org\" }]", "org\" },\n]", 1);
    let text = lists.replacen("title = \"P\"", "title = \"P { \"", 1).replacen(
        "text = \"Look",
        "text = \"\"\"\nLook\" { \n",
        1,
    );
    let text = text.replacen("and tell.\" }", "and tell.\"\"\" }", 1);
    let sources = [Source::new("small.toml", text)];
    assert_eq!(load(&sources).rendered(&sources), "");
}

#[test]
fn a_playbook_that_a_case_was_begun_on_is_read_though_its_author_would_be_told_to_mend_it() {
    let broken = SMALL.replacen("source = { title", "source = {\ntitle", 1);
    let circle = "[[task]]\nid = \"x\"\nphase = \"p\"\ntitle = \"X\"\nrecord = \"What?\"\nverb = \"do\"\ncite = \"a\"\n\
                  after = \"task.x\"\nafter_say = \"Not yet.\"\n";
    let text = broken.replacen("[[call]]\n", &format!("{circle}[[call]]\n"), 1);
    let sources = [Source::new("small.toml", text)];
    assert!(load(&sources).playbook.is_none());
    assert!(load_checked(&sources).playbook.is_some());
}
