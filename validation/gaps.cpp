// What is known of the errors: for a case and kind, the mechanism that the model lacks.

#include "report.hpp"

namespace validation {

std::vector<known_gap> const& known_gaps() {
    using enum kind;
    static std::vector<known_gap> const all = {
        {"T-HOURS-LLAMA31", training,
         "The card's hours are of everything that made the release (annealing, long context, post-training, tokens beyond the 15 T that it states as a lower bound); "
         "accelerators and layouts of the smaller models are not published, and the fastest layout stands in for them."},
        {"T-HOURS-LLAMA2", training, "Accelerators, layout and lost time are not published; the fastest layout and 95 % of useful time stand in for them."},
        {"T-HOURS-MPT7B", training,
         "The run took a third longer than the framework's own later table gives for this shape on these chips (76,000 h, layers recomputed, which the fastest choice here "
         "does without): its software was older, and evaluation and failures are in its days."},
        {"T-DSV3", training, "DualPipe is taken to hide every exchange and send, and its bubble to be the published formula's."},
        {"E-OLMO2-7B", energy, "The run's own throughput is not published: at 650 W a board its energy means about 5,600 tokens/s each, half of what that year's frameworks reach on this shape."},
        {"E-OLMO2-13B", energy, "As of 7B; two of its sources disagree on its energy by a fifth."},
        {"I-MLENERGY-A", energy,
         "Power of a busy accelerator comes out low: it is static power and the energy of matrix products, memory and links, while measured boards "
         "draw much more as soon as they are clocked up (units that wait, caches, registers, softmax and streaming kernels)."},
        {"I-MLENERGY-A", serving,
         "The engine's host time per step and running sequence is one figure for all chips; on B200 with small models it decides the step, and the "
         "measured points are not monotone in the batch. Its expert parallelism lacks the overlap and the kernels that the stack is given."},
        {"I-TRTLLM-A", serving,
         "Grouped products of small experts in fp4 reach less than the fit of single products: prompts of the mixture model are predicted too fast."},
        {"I-MLPERF-A", serving,
         "The limits are 99th percentiles, the planner keeps means; experts' grouped products are predicted too fast at few tokens each; drafts and the "
         "layouts of the submissions are unknown."},
        {"I-LMSYS-H100-EP", serving,
         "The exchange of a layer is taken at its published kernels' rates, without the imbalance of real routing and without the engine's gaps between "
         "micro-batches."},
        {"I-DEEPSEEK-ONLINE", serving, "The published rates are means over the day; the prediction is what a busy node can do."},
        {"E-SAMSI-65B", energy, "Software of 2023 without graphs, paged caches or fused kernels, on more chips than the model needs; a stack of 2025 stands in for it."},
        {"F-FRONTIER", facility, "The run does not hold every accelerator at its limit; the fabric is another one."},
        {"C-SEMI-TCO-A", cost, "Financing, lives and upkeep behind the published figures are not known."},
        {"C-EPOCH-A", cost, "Today's prices stand in for those of the years of purchase."},
        {"F-PUE-AWS-GOOGLE", facility,
         "Cooling, redundancy and load of a region are not disclosed, and a region holds buildings of several generations: regions in one climate "
         "differ by a tenth of PUE. A fleet default stands where a region's water is not published (0.18)."},
        {"F-NREL-ESIF", facility, "The published water is rounded (about 2.5 million gallons at nearly a megawatt); what reuse takes varies over the year."},
        {"F-GB200-RACK", facility, "Published power is a design limit with margin; the prediction is the sum of parts at their limits."},
        {"N-AR-H200-BOOK", fabric, "Two sources of one fabric: this one's calls take 37 us at least, the other's 30 us, and from 32 KiB to 16 MiB they differ by a fifth. The catalog's constants lie between them."},
        {"N-AR-A100-BOOK", fabric, "As of H200: two sources that differ between 1 and 64 MiB; the catalog's constants lie between them."},
        {"N-AR-B200-EFA-BOOK", fabric, "No constants of this network's latency: it takes 350 us where InfiniBand takes 150. Large payloads (512 MiB and more) are met within 4 %."},
        {"N-LATENCY-H100", fabric, "Calls of 19 us, where the sweep that the constants are of has 29 us: another launch path. From 4 MB on within 8 %."},
        {"N-GAUDI3", fabric, "The published 16 MB all-gather runs at the rate of the 256 MB all-reduce: no latency is left, where the model has the launch and latency of other fabrics."},
        {"N-RING-H100-58MB", fabric, "The source's own measurement is half of the ring rate that two other sources give at this size (Azure, MLE open book)."},
        {"N-PEAK-A2A", fabric, "Over four nodes a quarter of the data stays inside, so that the interfaces allow more than their rate; the published figure is their rate."},
        {"N-MLPERF40-INTERCONNECT", fabric, "The prediction is of the compute fabric alone; at 512 accelerators the published 60 kW would be 2.5 kW for each of its 24 switches, more than their limit: other networks are in it."},
    };
    return all;
}

}  // namespace validation
