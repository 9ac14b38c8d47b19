//! The facts of an exercise that somebody leads, and of its control folder: the second half of the table of facts.

/// Declares the facts that it is given and those of exercises behind them, as one table.
macro_rules! with_drill_facts {
    ($($fact:tt)*) => {
        $crate::case::declared::facts! {
            $($fact)*
            /// An exercise was opened by its facilitator. Everything in it may be read by players.
            DrillOpened = "drill_opened" {
                /// The title that players see.
                needed title: String,
                /// What is read to them before the start.
                optional briefing: String,
                /// The rules.
                many rules: String,
                /// The roles, each with the entries at the same place of `is` and `numbers`.
                many roles: ItemId,
                /// Who plays it: `player`, `facilitator`, `evaluator`, `observer`, `simcell`.
                many is: String,
                /// All that contact screens show for it; empty for none.
                many numbers: String,
                /// SHA-256 over the number of the case and the script: proves later that the script was not changed.
                needed commit: String,
            },
            /// The clock of the exercise was started, paused, resumed or ended, or a part began.
            ExerciseClock = "exercise_clock" {
                /// `start`, `pause`, `resume`, `part` or `end`.
                needed action: ClockAction,
                /// With `start` and `part`: the part that begins.
                optional part: ItemId,
                /// Its title.
                optional title: String,
                /// What players are told of it.
                optional text: String,
                /// What they are asked to talk about.
                many questions: String,
                /// How many minutes are planned for it.
                optional minutes: i64,
                /// To which time the clock of the exercise is set; never back.
                optional to: Stamp,
                /// Why.
                optional reason: String,
            },
            /// An inject went out to the players. What is spoken has its gist alone.
            Released = "released" {
                /// The number of the inject: `3`, or `3A` for one made on the spot.
                needed inject: String,
                /// Whom it comes from.
                needed from: String,
                /// To whom.
                many to: String,
                /// How: `phone`, `in_person`, `radio`, `email`, `letter`, `handout`, `news`, `social` or `screen`.
                needed delivery: String,
                /// Its text, where it is not spoken.
                optional text: String,
                /// What the screen says where it is spoken.
                optional gist: String,
                /// Files that came with it: SHA-256, a blank, and the name; kept in `files/`.
                many files: String,
                /// The role that cannot be reached from now on.
                optional absent: ItemId,
            },
            /// A player took an inject in.
            MessageTaken = "message_taken" {
                /// The entry by which it went out.
                needed entry: EntryId,
            },
            /// Who is at the table, or is missing, was called.
            RollCalled = "roll_called" {
                /// The role.
                needed role: ItemId,
                /// Who plays it.
                needed person: String,
                /// `present` or `absent`.
                needed attendance: Attendance,
            },
            /// Somebody in an exercise said that something real has happened. `stopped` stops the clock of the exercise, whoever wrote
            /// it; `real` ends it.
            RealEvent = "real_event" {
                /// `stopped`, `slip` or `real`.
                needed step: RealStep,
                /// What was typed: `REAL`, or why it was none.
                optional words: String,
                /// The live case that was opened for it.
                optional case: String,
            },
            /// In a control folder: it was made, for this script and this exercise.
            ControlOpened = "control_opened" {
                /// SHA-256 of the script as it is kept here.
                needed script: String,
                /// The number of the case of the exercise.
                needed case: String,
                /// Each file that goes out with an inject: its place, a blank, `sha256:` and its digest.
                many files: String,
            },
            /// In a control folder: when or whether injects are to go out was changed.
            Planned = "planned" {
                /// The numbers of the injects.
                many injects: String,
                /// `due`, `held` or `skipped`.
                needed state: Planning,
                /// By how many minutes later they are due than by the script, all in all.
                optional by_min: i64,
                /// The inject before which they stand in the order of the console.
                optional before: String,
                /// Why.
                optional reason: String,
            },
            /// In a control folder: somebody judged an expectation or rated an objective.
            Judged = "judged" {
                /// The expectation or the objective.
                needed of: ItemId,
                /// Of an expectation `met`, `partly`, `missed` or `na`; of an objective `P`, `S`, `M` or `U`.
                needed verdict: Verdict,
                /// What was seen that it rests on.
                many observations: EntryId,
                /// Why.
                optional because: String,
            },
            /// In a control folder: something was seen.
            Observed = "observed" {
                /// What.
                needed text: String,
                /// `strength`, `gap`, `question`, `decision` or `parked`.
                needed tag: Tag,
                /// The inject with which it was seen.
                optional inject: String,
                /// The objective that it says something of.
                optional objective: ItemId,
            },
        }
    };
}

pub(super) use with_drill_facts;
