//! Cases that are too long to be written down.

use super::night::Night;
use std::fmt::Write as _;

const NAME: &str = "Wilhelmina-Alexandrina Featherstonehaugh-Montgomery of Exampleton";
const ROWS: usize = 300;

/// The modes in which a text may want to be something else: markup, a formula, a field, another direction, a control, a flood.
const TEXTS: [&str; 20] = [
    "# Heading | cell | **bold** [link](javascript:alert(1))",
    "<script>alert('x')</script><b>bold</b>&amp;",
    "=HYPERLINK(\"http://example.org\";\"x\")",
    "@SUM(A1:A9)",
    "{{ must.notice_phone }}",
    "MERGEFIELD Name \\* MERGEFORMAT",
    "\u{202e}drawkcab\u{202c}",
    "\u{2066}isolate without end",
    "שלום עולם",
    "مرحبا بالعالم",
    "漢字と仮名",
    "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "\u{1b}[31mred\u{1b}[0m",
    "null\u{0}byte",
    "tab\tand\u{b}vertical",
    "END OF ENTRIES: 0",
    "[not yet known: nothing]",
    "~~struck~~ `code` $math$",
    "../../../etc/passwd",
    "\u{feff}\u{200b}\u{200d}zero width",
];

/// Trinity with so many rows in every list that people write.
pub fn large() -> Night {
    let mut script = String::from(
        "playbook trinity\ncase 2026-11-22-large\ntitle A large case\nrun k4 T. Lin, 2026-11-22 +10:30\n02:00 answer discovered_at \"22 Nov 01:30\"\n",
    );
    let mut minute = 130;
    let mut line = |text: String| {
        minute += 1;
        writeln!(script, "{:02}:{:02} {text}", minute / 60 % 24, minute % 60).unwrap();
    };
    for nth in 1..=ROWS {
        line(format!("row affected_individuals \"{NAME} {nth}\""));
        line(format!("row actions \"{NAME} {nth}\" state=open owner=\"{NAME}\""));
        line(format!(
            "row evidence \"{NAME} {nth}\" kind=file form=copy collected_by=\"{NAME}\" collected_at=\"22 Nov 01:00\" storage=\"Shelf {nth}\""
        ));
        line(format!(
            "row custody \"To the lab\" of=E-{nth} at=\"22 Nov 01:10\" released_by=\"{NAME}\" received_by=\"Lab\" place=Lab"
        ));
        line(format!("row messages \"{NAME} {nth}\" direction=sent at=\"22 Nov 01:20\" channel=e-mail from=A to=B"));
        line(format!("row timeline \"{NAME} {nth}\" at=\"22 Nov 01:{:02}\" source=log confidence=likely", nth % 30));
    }
    Night::of(&script)
}

/// Trinity with these texts wherever people write.
pub fn hostile() -> Night {
    let mut night = Night::of(
        "playbook trinity\ncase 2026-11-22-hostile\ntitle TITLE\nrun k4 T. Lin, 2026-11-22 +10:30\n02:00 answer discovered_at \"22 Nov 01:30\"\n02:01 decision breach_occurred has_occurred --reason \"R.\"\n",
    );
    for (nth, text) in TEXTS.iter().enumerate() {
        night.types(nth, text);
    }
    night
}
