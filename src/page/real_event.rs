//! What is said while an exercise is stopped for a real event, the same on the screen, in the walk and after a command.

pub const STOPPED: &str = "REAL EVENT? The exercise stands still.";
pub const WANTED: &str = "Type REAL or NO DUFF, then Enter, if it is real: the exercise ends. Esc if it was a slip.";
pub const NOT_A_WORD: &str = "Only REAL or NO DUFF ends the exercise. Esc says that it was a slip.";
pub const ENDED: &str = "REAL EVENT. The exercise has ended.";
pub const BEGINS: &str =
    "The next key begins a LIVE case, new and empty. Nothing that was typed in the exercise goes with it.";
pub const ELSEWHERE: &str =
    "Somebody in the exercise said so. The next key leaves it; the LIVE case is begun, or opened, from Home.";
pub const SLIP: &str = "A slip. The exercise goes on when its facilitator lets the clock go on.";
pub const LIVE: &str = "This is a LIVE case; everything in it is real.";
pub const CHOOSE: &str = "Choose the policy of the LIVE case.";
pub const NOT_NOTED: &str = "The exercise could not note which LIVE case was opened for it.";
/// Who stopped it, where nobody had said yet who is at the keyboard.
pub const NOBODY: &str = "somebody at the keyboard";
/// What the walk asks.
pub const ASKED: &str = "Type REAL or NO DUFF if it is real. An empty line says that it was a slip.";
pub const WHO: &str = "A LIVE case is begun now, new and empty. Who is at the keyboard? An empty line begins none.";
pub const NONE_BEGUN: &str = "No LIVE case was begun.";
pub const NOT_TAKEN: &str = "What was typed last was not recorded.";
