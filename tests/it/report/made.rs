//! Cases that are too long to be written down.

use super::night::Night;

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
    let mut night = Night::of(
        "playbook trinity\ncase 2026-11-22-large\ntitle A large case\nrun k4 T. Lin, 2026-11-22 +10:30\n02:00 answer discovered_at \"22 Nov 01:30\"\n",
    );
    let at = "2026-11-22T01:10:00.000+10:30";
    for nth in 1..=ROWS {
        let name = format!("{NAME} {nth}");
        night.writes("affected_individuals", None, &[("name", &name)]);
        let open = [("name", name.as_str()), ("state", "open"), ("owner", NAME)];
        night.writes("actions", Some(format!("A-{nth}")), &open);
        let piece = [("name", name.as_str()), ("kind", "file"), ("form", "copy"), ("collected_by", NAME)];
        let piece = [&piece[..], &[("collected_at", at), ("storage", "Shelf 4")]].concat();
        let of = format!("E-{nth} {}", night.writes("evidence", Some(format!("E-{nth}")), &piece));
        let moved = [("name", "To the lab"), ("of", &of), ("at", at), ("released_by", NAME), ("received_by", "Lab")];
        night.writes("custody", Some(format!("E-{nth}/1")), &[&moved[..], &[("place", "Lab")]].concat());
        let letter = [
            ("name", name.as_str()),
            ("direction", "sent"),
            ("at", at),
            ("channel", "e-mail"),
            ("from", "A"),
            ("to", "B"),
        ];
        night.writes("messages", Some(format!("M-{nth}")), &letter);
        let time = [("name", name.as_str()), ("at", at), ("source", "log"), ("confidence", "likely")];
        night.writes("timeline", Some(format!("T-{nth}")), &time);
    }
    night
}

/// Trinity with these texts wherever people write.
pub fn hostile() -> Night {
    written(TEXTS)
}

/// The same with other texts.
pub fn written<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Night {
    let mut night = Night::of(
        "playbook trinity\ncase 2026-11-22-hostile\ntitle TITLE\nrun k4 T. Lin, 2026-11-22 +10:30\n02:00 answer discovered_at \"22 Nov 01:30\"\n02:01 decision breach_occurred has_occurred --reason \"R.\"\n",
    );
    for (nth, text) in texts.into_iter().enumerate() {
        night.types(nth, text.as_ref());
    }
    night
}

/// Trinity with 10,000 entries, of which 1,000 decide.
pub fn decided() -> Night {
    let mut night = Night::of(
        "playbook trinity\ncase 2026-11-22-decided\ntitle Decided often\nrun k4 T. Lin, 2026-11-22 +10:30\n02:00 answer discovered_at \"22 Nov 01:30\"\n02:01 decision breach_occurred has_occurred --reason \"R.\"\n",
    );
    for nth in 0..10_000 {
        night.goes_on(nth);
    }
    night
}
