// Ranks changed before anything is scored. The rule: A has complete inputs and a measured output; B lacks an input, or its
// output is estimated; C is indicative. An input counts as missing where the source, as copied here, does not state it and
// the prediction needs it.

#include "row.hpp"

namespace validation {

std::vector<rank_change> const& rank_changes() {
    static std::vector<rank_change> const all = {
        {"I-MLENERGY-A", 0, every_row, 'B', "prompt lengths are not in the data"},
        {"I-MLPERF-A", 0, every_row, 'B', "mean prompt lengths and the submitters' parallel layouts are not published"},
        {"T-MEG21-T1", 0, every_row, 'B', "microbatch and interleaving of each row are not published"},
        {"T-MEG21-PTDP", 0, every_row, 'B', "interleaving is not published"},
        {"T-KOR22-A", 0, every_row, 'B', "batch and microbatch columns are unconfirmed"},
        {"T-MEGASCALE-BASE", 0, every_row, 'B', "microbatch, network and GPU model are not published"},
        {"T-MTNLG-530B", 0, every_row, 'B', "microbatch and interleaving are not published"},
        {"T-MLPERF40-GPT3-H100", 1, 1, 'B', "the run's configuration is taken from the name of its file"},
        {"T-MPT-H100-80GB-BF16", 0, every_row, 'B', "the network is not stated"},
        {"T-NEMO-A", 34, 34, 'B', "the precision column is absent in release 25.09"},
        {"T-LLAMA3-405B", 0, every_row, 'B', "microbatch and interleaving are not published"},
        {"T-DSV3", 0, every_row, 'B', "microbatch and recomputation are not published"},
        {"T-HOURS-BLOOM", 0, every_row, 'B', "the energy is hours times an assumed wattage; stops are not listed"},
        {"T-HOURS-LLAMA2", 0, every_row, 'B', "accelerators, parallel layout and batch per accelerator are not published"},
        {"T-HOURS-LLAMA31", 0, every_row, 'B', "parallel layout, batch and goodput are not published, tokens are a lower bound"},
        {"T-HOURS-MPT7B", 0, every_row, 'B', "sequence batch is not published"},
        {"T-LLAMA3-RELIABILITY", 19, 19, 'B', "the useful share is a lower bound; checkpoints and restarts are not published"},
        {"E-MLPERF40-LORA-POWER", 0, every_row, 'B', "layout and batch are those of another submission"},
        {"E-OLMO2-7B", 0, every_row, 'B', "measured on one node and extrapolated; layout and batch are not published"},
        {"E-PATTERSON-A", 2, 2, 'B', "the number of chips is assumed in the source"},
    };
    return all;
}

}  // namespace validation
