//! What differs between systems: clocks, random numbers, the computer's name, permissions, limits. Where a system cannot promise
//! something, the fallback says so.

use super::system_zone::{odd_zone, system_zone};
use crate::base::ids::base32_128;
use crate::base::text::inert_line;
use crate::base::{CaseId, Clock, Reading, SessionId, Stamp, Zone};
use color_eyre::config::HookBuilder;
use color_eyre::section::PanicMessage;
use sha2::{Digest, Sha256};
use std::fmt::{self, Formatter};
use std::io::{self, Write as _};
use std::panic::PanicHookInfo;
use std::path::Path;

/// The exit code of a mistake in the program.
const FAILED: i32 = 101;

/// The clocks of this computer.
///
/// `up_ms` is `CLOCK_BOOTTIME` on Linux, which counts time asleep; elsewhere it counts from the start of the program with a clock
/// that may stop during sleep. `synced` is always false: no safe call tells it, and "not known to be right" is the careful answer.
#[derive(Clone, Debug)]
pub struct SystemClock {
    boot: String,
    zone: Zone,
    #[cfg(not(target_os = "linux"))]
    start: std::time::Instant,
}

impl SystemClock {
    /// Finds out which start of the computer this is, and in which zone it is; both hold for the run.
    pub fn new() -> Self {
        Self {
            boot: boot(),
            zone: system_zone(),
            #[cfg(not(target_os = "linux"))]
            start: std::time::Instant::now(),
        }
    }

    #[cfg(target_os = "linux")]
    #[expect(clippy::unused_self, reason = "other systems count from the start of the program, which is in self")]
    fn up_ms(&self) -> u64 {
        let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
        u64::try_from(now.tv_sec).unwrap_or(0) * 1000 + u64::try_from(now.tv_nsec).unwrap_or(0) / 1_000_000
    }

    #[cfg(not(target_os = "linux"))]
    fn up_ms(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for SystemClock {
    fn read(&self) -> Reading {
        // Unlike `Utc::now` this takes a clock that stands before 1970.
        let now = chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now());
        let wall = self.zone.stamp(Stamp::new(now.fixed_offset()));
        Reading { wall, up_ms: self.up_ms(), boot: self.boot.clone(), synced: false }
    }

    fn zone(&self) -> Zone {
        self.zone
    }
}

/// Why nothing can be worked on with this computer as it is: what is the matter, and what to do. Whatever tells no time can do with
/// any clock.
pub fn unfit(tells_time: bool) -> Option<(String, &'static str)> {
    if let Err(error) = random_bits() {
        let message = format!("The system gave no random numbers ({error}), so no session can be named.");
        return Some((message, "Nothing was recorded; restart the computer and try again."));
    }
    if tells_time && std::time::SystemTime::now() < std::time::UNIX_EPOCH {
        let message = "The clock of this computer stands before 1970: no moment would be right.".to_owned();
        return Some((message, "Nothing was recorded; set the clock, as `date` shows it, and try again."));
    }
    None
}

/// A hash of the boot id, so that the journal does not carry an identifier that other files of the computer also carry. Where
/// there is none, a random one: each run then counts as a start of its own.
fn boot() -> String {
    let id = std::fs::read("/proc/sys/kernel/random/boot_id").ok().or_else(|| random_bits().ok().map(Vec::from));
    let hash = Sha256::new().chain_update(b"breachbook boot\n").chain_update(id.unwrap_or_default()).finalize();
    format!("{:016x}", hash[..8].iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte)))
}

fn random_bits() -> io::Result<[u8; 16]> {
    let mut bits = [0; 16];
    getrandom::fill(&mut bits).map_err(|e| io::Error::other(e.to_string()))?;
    Ok(bits)
}

/// 26 random signs of base32.
pub(super) fn random_name() -> io::Result<String> {
    random_bits().map(base32_128)
}

/// A number below `end`, for choosing a word. Slightly uneven for large ends, which does not matter for words.
pub(super) fn random_below(end: usize) -> io::Result<usize> {
    let bits = u128::from_be_bytes(random_bits()?);
    Ok(usize::try_from(bits % end.max(1) as u128).unwrap_or(0))
}

/// A new name for a run of the program.
///
/// # Errors
/// If the system gives no random numbers; then nothing may be recorded, because two sessions could share a name.
pub fn new_session() -> io::Result<SessionId> {
    let name = random_name()?;
    SessionId::new(&name).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// A new name for a case; fails as [`new_session`].
pub fn new_case() -> io::Result<CaseId> {
    let name = random_name()?;
    CaseId::new(&name).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The computer's name for itself, inert and at most 64 signs; `unknown` where it has none.
pub fn device_name() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    let name: String = inert_line(name.trim()).chars().take(64).collect();
    if name.is_empty() { "unknown".into() } else { name }
}

/// Set at the start of a live run: a core dump would put answers on the disk, and the signal of the file-size limit would kill
/// the program where an error message is wanted. Both are kept off as far as the system allows; failure changes nothing else.
pub fn harden() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
        let flag = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let _ = signal_hook::flag::register(rustix::process::Signal::XFSZ.as_raw(), flag);
    }
}

/// What is said of a mistake in the program: where, what now.
struct Mistake;

impl PanicMessage for Mistake {
    fn display(&self, info: &PanicHookInfo<'_>, words: &mut Formatter<'_>) -> fmt::Result {
        let said = info.payload_as_str().unwrap_or("no words");
        let place = info.location().map_or_else(|| "a place that is not known".to_owned(), ToString::to_string);
        write!(
            words,
            "breachbook ended because of a mistake in the program, at {place}: {}\n\
             Everything that was acknowledged is on the disk. Open the case again, and tell whoever keeps the program these lines.",
            inert_line(said)
        )
    }
}

/// An unexpected failure is told in plain words and ends the program, whichever thread it is in: nothing goes on with half a state. The
/// full screen gives the terminal back before.
pub fn report_failures() {
    let hooks = HookBuilder::default().panic_message(Mistake).display_env_section(false).try_into_hooks();
    // Without color-eyre's hooks a failure is reported in Rust's own words; nothing else depends on them.
    let Ok((of_panics, of_reports)) = hooks else { return };
    let _ = of_reports.install();
    std::panic::set_hook(Box::new(move |info| {
        // Standard error may be closed: a hook that fails would end the program without a word to anybody else.
        let _ = writeln!(io::stderr(), "{}", of_panics.panic_report(info));
        std::process::exit(FAILED);
    }));
}

/// How many bytes this user may still write in a folder; `None` where the system does not tell.
pub(super) fn free(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    return rustix::fs::statvfs(folder).ok().map(|known| known.f_bavail.saturating_mul(known.f_frsize));
    #[cfg(not(unix))]
    return {
        _ = folder;
        None
    };
}

/// A file without a name that takes so many bytes of the disk until it is closed, also by the end of the program.
#[cfg(unix)]
pub(super) fn reserve(folder: &Path, bytes: usize) -> io::Result<std::fs::File> {
    let mut file = nameless(folder)?;
    // Random bytes: some file systems take no room for zeros, or little for what can be compressed.
    let mut filling = vec![0; bytes];
    getrandom::fill(&mut filling).map_err(|e| io::Error::other(e.to_string()))?;
    file.write_all(&filling)?;
    file.sync_data()?;
    Ok(file)
}

/// Elsewhere a file that is open keeps its name, which a run that is killed would leave in the case.
#[cfg(not(unix))]
pub(super) fn reserve(_: &Path, _: usize) -> io::Result<std::fs::File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(unix)]
fn nameless(folder: &Path) -> io::Result<std::fs::File> {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::TMPFILE.bits() as i32;
        let opened = std::fs::OpenOptions::new().write(true).mode(0o600).custom_flags(flags).open(folder);
        if opened.is_ok() {
            return opened;
        }
    }
    // Not every file system makes files without a name; there it loses the name at once.
    let path = folder.join(format!(".{}.tmp", random_name()?));
    let file = new_file(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

/// What people should know about where a case lies: sentences, empty if there is nothing to say.
pub fn warnings(folder: &Path) -> Vec<String> {
    let mut found: Vec<String> = odd_zone().into_iter().collect();
    let shown = inert_line(&folder.to_string_lossy()).into_owned();
    #[cfg(unix)]
    if let Ok(known) = folder.metadata() {
        use std::os::unix::fs::MetadataExt;
        if known.mode() & 0o077 != 0 {
            found.push(format!(
                "Other users of this computer may look into {shown}. Take their rights away: chmod 700. If that changes nothing, \
                 the medium keeps no permissions: keep it locked away."
            ));
        }
    }
    #[cfg(target_os = "linux")]
    if let Ok(known) = rustix::fs::statfs(folder) {
        // Numbers from linux/magic.h.
        let protects_nothing = match known.f_type as u64 {
            0x4d44 => Some("FAT"),
            0x2011_bab0 => Some("exFAT"),
            _ => None,
        };
        if let Some(name) = protects_nothing {
            found.push(format!(
                "{shown} is on a {name} medium, which protects nothing: whoever holds it can read the case. Keep it locked away."
            ));
        }
    }
    #[cfg(not(unix))]
    found.push(format!("On this system it is not checked who else may read {shown}. Keep it in your own user folder."));
    found
}

/// `O_CREAT|O_EXCL|O_APPEND|O_NOFOLLOW|O_CLOEXEC`, mode 0600. Elsewhere than on Unix, the mode is what the folder gives.
pub(super) fn new_file(path: &Path) -> io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits() as i32);
    }
    options.open(path)
}
