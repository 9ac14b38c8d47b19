//! What only a script can have wrong.

use crate::source::code::codes;

codes! {
    /// What only a script can have wrong, in the order of the manual.
    OF_SCRIPTS;
    NoSuchPlaybook = "no-such-playbook", Error, "The script is written for a playbook that is not known here.",
        "Correct the identifier. A script for any playbook has playbook = \"any\".";
    NeedsPlaybook = "needs-playbook", Error, "A script for any playbook names something of one.",
        "Name the playbook under [drill], or take the key out and judge by hand.";
    OutOfBounds = "out-of-bounds", Error, "A script has too many of something, or none of what it needs.",
        "Shorten it, or split the exercise.";
    NumberTwice = "number-twice", Error, "Two injects have the same number.",
        "Give the later one a number of its own; numbers need not be in order.";
    UnknownPart = "unknown-part", Error, "An inject stands in a part that is not declared.",
        "Correct the name, or add a [[module]].";
    UnknownObjective = "unknown-objective", Error, "An expectation names an objective that is not declared.",
        "Correct the name, or add an [[objective]].";
    UnknownInject = "unknown-inject", Error, "An expectation names an inject that there is not.",
        "Correct the number, or add the [[inject]].";
    UnknownExpectation = "unknown-expectation", Error, "A contingency names an expectation that there is not.",
        "Correct the name, or add the [[expect]].";
    TwoBindings = "two-bindings", Error, "An expectation says twice by what it is seen.",
        "Keep one of `item`, `meets` and `tried`; two things that are expected are two expectations.";
    FigureTwice = "figure-twice", Error, "Two expectations give the same figure.",
        "Keep it at the one whose time counts for the whole exercise.";
    FigureByHand = "figure-by-hand", Error, "A figure is given by an expectation that no record fulfils.",
        "Bind it with `item`, `meets` or `tried`, and without `avoid`.";
    IdleObjective = "idle-objective", Error, "An objective has no expectation, so that nothing shows whether it was reached.",
        "Add an [[expect]] that names it, or take it out.";
    HalfContingency = "half-contingency", Error, "`if_not_met` and `after_min` are not given together, or stand beside `at`.",
        "A contingency has both and no `at`; any other inject has neither.";
    ArmedTooLate = "armed-too-late", Error, "A contingency waits for an expectation of its own or of a later inject.",
        "Name an expectation of an inject that comes before it.";
    BeyondItsPart = "beyond-its-part", Error, "An inject is planned for after the end of its part.",
        "Correct `at`, or give the part more minutes.";
    PartsOverlap = "parts-overlap", Error, "A part starts before the part before it ends by plan.",
        "Correct `start`, or leave it out; then the exercise clock goes on.";
    NoOffset = "no-offset", Error, "The start of the exercise does not say which time zone it is in.",
        "Write the offset from UTC behind it: 2026-11-13T15:30:00+11:00.";
    BadFileName = "bad-file-name", Error, "A file is named that cannot lie beside the script.",
        "Write the plain name of a file in the folder of the script: letters, digits, dots, - and _.";
    FileMissing = "file-missing", Error, "A file that goes out with an inject cannot be used.",
        "Put it beside the script; each may have 4 MiB.";
    RealPhrase = "real-phrase", Error, "A text says that this is not an exercise.",
        "Write it otherwise: during an exercise these words mean that something has really happened.";
    RealNumber = "real-number", Error, "A text has a telephone number that may be somebody's.",
        "Use a number from 555-0100 to 555-0199; these are nobody's.";
    RealAddress = "real-address", Error, "A text has an address that may be somebody's.",
        "Use example.org, example.com, example.net, or a name that ends in .example, .test or .invalid.";
    RealNetwork = "real-network", Error, "A text has an IP address that may be somebody's.",
        "Use 192.0.2.x, 198.51.100.x, 203.0.113.x or 2001:db8::.";
    GivesAway = "gives-away", Error, "What players see beforehand has six words in a row of an inject.",
        "Word it otherwise: players would know what comes.";
    NoContingency = "no-contingency", Warning, "The script has no contingency: nothing helps players who are stuck.",
        "Add an inject with `if_not_met` and `after_min`.";
    MinutesDiffer = "minutes-differ", Warning, "The parts together are more than 10 minutes longer or shorter than the exercise.",
        "Correct `minutes` under [drill], or those of the parts.";
    NoWindow = "no-window", Warning, "An expectation has no time in which it should be seen.",
        "Add `within`; without it, it is met whenever it happens before the end.";
}
