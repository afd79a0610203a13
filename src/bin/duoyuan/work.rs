//! Jobs on all cores, with a progress bar where somebody watches.
//!
//! **Invariant**: every job writes its own file and none depends on another, so that their order cannot be seen in
//! what they write.

use duoyuan::locale::Text;
use duoyuan::site::publish::Workers;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::Mutex;
use std::thread;

/// Does all jobs; stops at the first that fails and returns its message. `name` says what is being worked on.
pub fn run<J: Sync>(
    jobs: &[J],
    quiet: bool,
    name: impl Fn(&J) -> String + Sync,
    work: impl Fn(&J) -> Result<(), Text> + Sync,
) -> Result<(), Text> {
    let bar = bar(jobs.len(), quiet);
    let (next, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    // of several failures the first by the order of the jobs is told, whichever came first by the clock
    let failure: Mutex<Option<(usize, Text)>> = Mutex::new(None);
    let threads = thread::available_parallelism().map_or(1, |n| n.get()).min(jobs.len());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { break };
                    bar.set_message(name(job));
                    if let Err(message) = work(job) {
                        stop.store(true, Ordering::Relaxed);
                        let mut first = failure.lock().unwrap_or_else(|e| e.into_inner());
                        if first.as_ref().is_none_or(|(at, _)| index < *at) {
                            *first = Some((index, message));
                        }
                    }
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    match failure.into_inner().unwrap_or_else(|e| e.into_inner()) {
        Some((_, message)) => Err(message),
        None => Ok(()),
    }
}

/// All cores; `quiet`: without a progress bar.
pub struct Threads {
    pub quiet: bool,
}

impl Workers for Threads {
    fn run<J: Sync>(
        &self,
        jobs: &[J],
        name: impl Fn(&J) -> String + Sync,
        work: impl Fn(&J) -> Result<(), Text> + Sync,
    ) -> Result<(), Text> {
        run(jobs, self.quiet, name, work)
    }
}

/// On stderr, only where it is a terminal; without colours, so that NO_COLOR has nothing to take away.
fn bar(count: usize, quiet: bool) -> ProgressBar {
    if quiet || count < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:32} {pos}/{len} {eta} {wide_msg}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_job_is_done_once_and_the_first_failure_is_told() {
        let done: Vec<AtomicUsize> = (0..50).map(|_| AtomicUsize::new(0)).collect();
        let jobs: Vec<usize> = (0..50).collect();
        let name = |j: &usize| j.to_string();
        run(&jobs, true, name, |&j| {
            done[j].fetch_add(1, Ordering::Relaxed);
            Ok(())
        })
        .unwrap();
        assert!(done.iter().all(|d| d.load(Ordering::Relaxed) == 1));
        let fail = |j: &usize| {
            if *j == 0 {
                // the second failure is the earlier one by the clock
                thread::sleep(std::time::Duration::from_millis(30));
            }
            Err(Text::new(j.to_string(), j.to_string()))
        };
        assert_eq!(run(&jobs[..2], true, name, fail).unwrap_err().zh(), "0");
    }
}
