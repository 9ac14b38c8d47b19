//! The fixed words of the entries of an exercise and of its control folder.

use super::stored::Word;
use crate::base::written::words;

words! {
    /// What the clock of an exercise did.
    pub enum ClockAction {
        Start = "start",
        Pause = "pause",
        Resume = "resume",
        /// A part began.
        Part = "part",
        End = "end",
    }
}

words! {
    pub enum Attendance, label {
        Present = "present", "Present";
        Absent = "absent", "Absent";
    }
}

words! {
    /// How far a call that something real has happened went.
    pub enum RealStep {
        /// The exercise stands still until it is clear.
        Stopped = "stopped",
        /// It was nothing; the facilitator goes on.
        Slip = "slip",
        /// It is real: the exercise has ended.
        Real = "real",
    }
}

words! {
    /// What the facilitator means to do with an inject.
    pub enum Planning {
        Due = "due",
        Held = "held",
        Skipped = "skipped",
    }
}

words! {
    /// What a person found of an expectation (the first four) or of an objective (the exercise programme's performed, some
    /// challenges, major challenges, unable).
    pub enum Verdict, label {
        Met = "met", "Met";
        Partly = "partly", "Partly";
        Missed = "missed", "Missed";
        NotApplicable = "na", "Does not apply";
        Performed = "P", "Performed";
        Some = "S", "Performed with some challenges";
        Major = "M", "Performed with major challenges";
        Unable = "U", "Unable to be performed";
    }
}

words! {
    /// What a note of an exercise is.
    pub enum Tag, label {
        Strength = "strength", "Strength";
        Gap = "gap", "Gap";
        Question = "question", "Question";
        Decision = "decision", "Decision";
        Parked = "parked", "Parked";
        HotWash = "hot-wash", "Hot wash";
        Signed = "signed", "Signed";
        TimeUp = "time-up", "Time is up";
        /// An improvement action of an earlier exercise, looked at again.
        Improvement = "improvement", "Improvement looked at";
    }
}

macro_rules! stored {
    ($($name:ident)*) => {$(
        impl Word for $name {
            fn to_text(&self) -> String {
                self.word().to_owned()
            }

            fn of_text(text: &str) -> Option<Self> {
                crate::base::written::Word::of_word(text)
            }
        }
    )*};
}

stored! { ClockAction Attendance RealStep Planning Verdict Tag }
