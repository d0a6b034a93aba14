// Storage for training and serving: what a checkpoint costs on each tier and what interval is best, what data loaders ask for,
// where a key-value cache pays, pooled memory, and lines between sites.

#include <tallywatt/catalog/cache_tiers.hpp>
#include <tallywatt/catalog/data_loading.hpp>
#include <tallywatt/catalog/find_storage.hpp>
#include <tallywatt/catalog/memory_pools.hpp>
#include <tallywatt/catalog/models/deepseek.hpp>
#include <tallywatt/catalog/models/llama.hpp>
#include <tallywatt/catalog/reliability.hpp>
#include <tallywatt/finance/asset.hpp>
#include <tallywatt/number/interval.hpp>
#include <tallywatt/workload/checkpoint_storage.hpp>
#include <tallywatt/workload/data_loading.hpp>

#include <string>

#include "page.hpp"

using namespace tallywatt;

namespace {

constexpr discount_rate real_rate{0.07};
constexpr auto accelerator_price = 2.0 * USD / accelerator_hour;
constexpr auto power_price = 0.08 * USD / kilowatt_hour;
constexpr asset_class storage_life{.life = 5, .maintenance = fraction{0.05}};

/// Capital recovered over five years, power and replaced devices.
money_rate<> yearly_cost(storage_performance<> const& r) {
    return annual_cost(r.cost.total(), storage_life, real_rate).total() + r.draw.total().value * power_price
           + r.replacements;
}

void tiers() {
    page::heading("Tiers, each for 10 PB that are written at 1 TB/s");
    page::say("Usable capacity after redundancy and filling; prices of flash as of 2025, more than three times as high "
              "early in "
              "2026. Local drives stand in 2,048 servers; kept on their host alone.");
    fmt::print(
        "\n{:<36}{:>8}{:>8}{:>9}{:>9}{:>8}{:>12}{:>9}{:>9}  {}\n", "", "devices", "servers", "PB", "USD/TB", "W/TB",
        "USD/(GB/s)", "kg/TB", "fail/yr", "bought for"
    );
    for (catalog::store_entry const& e : catalog::all_stores) {
        data_store const tier = convert<double>(e.tier);
        storage_plan const p = plan_storage(tier, {.hold = 10.0 * PB, .write = 1.0 * TB_per_second, .hosts = 2048});
        storage_performance<> const r = perform(p, tier, storage_use<>{.write = 0.1 * TB_per_second});
        fmt::print(
            "{:<36}{:>8}{:>8}{:>9.1f}{:>9.0f}{:>8.2f}{:>12.0f}{:>9.1f}{:>9.1f}  {}\n", name_of_tier(tier), p.devices,
            p.servers, r.usable.in(PB), r.price_of_capacity().in(USD / TB), r.draw_of_capacity().in(watt / TB),
            r.price_of_write().in(USD / GB_per_second), r.carbon_of_capacity().in(kgCO2e / TB),
            r.device_failures.in(1.0 / year), text_of(p.binding)
        );
    }
}

// [checkpoint]
checkpoint_job job_of(int accelerators, std::int64_t parameters, checkpoint_form form) {
    checkpoint_job job{
        .form = catalog::file_system_checkpoints,
        .failures = catalog::llama3_cluster,
        .parameters = parameters,
        .accelerators = accelerators};
    job.form.form = form;
    return job;
}
// [/checkpoint]

/// A tier as a job's checkpoints use it: local drives keep a copy on another host.
data_store tier_of(catalog::store_entry const& e) {
    data_store tier = convert<double>(e.tier);
    if (auto* const local = std::get_if<local_nvme>(&tier))
        local->kept = copies(2);
    return tier;
}
constexpr checkpoint_form forms[] = {checkpoint_form::blocking, checkpoint_form::staged};

void checkpoint_columns() {
    fmt::print(
        "\n{:<36}{:<10}{:>8}{:>9}{:>8}{:>9}{:>8}{:>8}{:>8}{:>9}{:>10}{:>8}{:>9}{:>8}\n", "", "", "TB/s", "stall s",
        "lag s", "every s", "loss %", "MUSD", "drives", "worn/yr", "USD each", "lost", "storage", "kUSD/d"
    );
}
/// Prints a row; returns what checkpoints cost per time.
money_rate<> checkpoint_row(
    data_store const& tier, checkpoint_job const& job, checkpoint_storage const& s
) {
    storage_performance<> const r = perform(s.store, tier, use_of(s));
    money_rate<> const yearly = yearly_cost(r);
    auto const each = price_of(s.cost, s.times.interval, job.accelerators, accelerator_price, yearly);
    auto const spent = spending_of(s.loss, job.accelerators, accelerator_price, yearly);
    bool const blocking = job.form.form == checkpoint_form::blocking;
    constexpr auto unit = 1e3 * USD / day;
    fmt::print(
        "{:<36}{:<10}{:>8.2f}{:>9.1f}{:>8.0f}{:>9.0f}{:>8.2f}{:>8.2f}{:>8}{:>9.0f}{:>10.0f}{:>8.1f}{:>9.1f}{:>8.1f}{}\n",
        blocking ? name_of_tier(tier) : "", blocking ? "blocking" : "staged", r.write.in(TB_per_second),
        s.cost.stall.in(second), s.cost.lag().in(second), s.times.interval.in(second), 100.0 * s.loss.value,
        r.cost.total().in(1e6 * USD), s.store.devices, r.worn.in(1.0 / year), each.total().in(USD), spent.lost.in(unit),
        spent.storage.in(unit), spent.total().in(unit), s.meets ? "" : "  does not meet the limit"
    );
    return spent.total();
}

void checkpoints(int accelerators, std::int64_t parameters, double allowed) {
    checkpoint_job const blocking = job_of(accelerators, parameters, checkpoint_form::blocking);
    duration<> const between = between_interruptions(blocking.failures, accelerators);
    page::heading(fmt::format("Checkpoints of {} accelerators", accelerators));
    page::say(
        "{:.0f} G parameters, {:.1f} TB a checkpoint, an interruption every {:.2f} h, accelerators at 2 USD an hour. "
        "Blocking: the job stands until storage has it; staged: until host memory has it, and who fails before storage "
        "has it too (lag) goes back to the one before. Two are kept, local drives keep a copy on another host. Worn: "
        "drives a year that are written to their rating. USD each: accelerators that wait for one checkpoint, and the "
        "storage until the next. Lost: stalls, work done again and loading, at the accelerators' price; storage: its "
        "capital, power and replaced drives.",
        double(parameters) / 1e9, blocking.size().in(TB), between.in(hour)
    );
    fmt::print("\nThe least of each tier with which checkpoints lose no more than {:.1f} % of the time:\n", 100.0 * allowed);
    checkpoint_columns();
    for (catalog::store_entry const& e : catalog::all_stores)
        for (checkpoint_form const form : forms) {
            data_store const tier = tier_of(e);
            checkpoint_job const job = job_of(accelerators, parameters, form);
            checkpoint_row(tier, job, plan_checkpoint_storage(tier, job, {.allowed_loss = fraction{allowed}}));
        }

    fmt::print("\nAs much of each tier as makes time lost and storage together cheapest:\n");
    checkpoint_columns();
    char const* best = "";
    money_rate<> least{};
    duration<> every{};
    for (catalog::store_entry const& e : catalog::all_stores)
        for (checkpoint_form const form : forms) {
            data_store const tier = tier_of(e);
            checkpoint_job const job = job_of(accelerators, parameters, form);
            // [cheapest]
            checkpoint_storage const s = cheapest_checkpoint_storage(
                tier, job, {.allowed_loss = fraction{0.5}}, accelerator_price, yearly_cost
            );
            // [/cheapest]
            money_rate<> const spent = checkpoint_row(tier, job, s);
            if (every == duration<>{} || spent < least)
                best = name_of_tier(tier), least = spent, every = s.times.interval;
        }
    page::say("\nCheapest of all: {}, a checkpoint every {:.0f} s.", best, every.in(second));
}

void intervals() {
    page::heading("What another interval costs");
    checkpoint_job const job = job_of(16'384, 405'853'388'800, checkpoint_form::blocking);
    auto form = job.form;
    form.storage_write = form.storage_read = 2.0 * TB_per_second;
    checkpoint_cost<> const c = cost_of(form, job.parameters, job.accelerators);
    duration<> const between = between_interruptions(job.failures, job.accelerators);
    duration<> const best = daly_interval(c.stall, between);
    page::say(
        "16,384 accelerators, {:.1f} TB at 2 TB/s, a stall of {:.1f} s: Daly's interval is {:.0f} s. Loss at multiples "
        "of it:",
        c.size.in(TB), c.stall.in(second), best.in(second)
    );
    fmt::print("\n{:<12}", "multiple");
    for (double const k : {0.25, 0.5, 0.8, 1.0, 1.25, 2.0, 4.0})
        fmt::print("{:>9.2f}", k);
    fmt::print("\n{:<12}", "loss %");
    for (double const k : {0.25, 0.5, 0.8, 1.0, 1.25, 2.0, 4.0})
        fmt::print("{:>9.3f}", 100.0 * checkpoint_loss(c, k * best, between).value);
    fmt::print("\n");
}

void loaders() {
    page::heading("Data loaders of 16,384 accelerators");
    page::say("Text: 16,384 at 400 TFLOP/s on 6 x 405 G operations a token. Pictures and volumes: ResNet-50 and 3D "
              "U-Net as MLPerf "
              "Storage has an H100 take them, 400 in 0.224 s and 7 in 0.323 s.");
    struct feed {
        char const* what;
        data_loading of;
        rate<> samples;
    };
    double const all = 16'384.0;
    for (feed const& f :
         {feed{"text, ids of 4 bytes", catalog::text_tokens, all * 400e12 / (6.0 * 405e9) / second},
          feed{"pictures of 115 kB", catalog::mlperf_pictures, all * 400.0 / (0.224 * second)},
          feed{"volumes of 147 MB", catalog::mlperf_volumes, all * 7.0 / (0.323 * second)}}) {
        byte_rate<> const r = reading(f.of, f.samples);
        data_store const tier = convert<double>(catalog::find_store("flash file system").tier);
        storage_plan const p = plan_storage(tier, {.hold = 1.0 * PB, .read = r});
        fmt::print(
            "{:<24}{:>14.3g}   {:>5} drives in {:>4} servers for 1 PB of it, bought for {}\n", f.what, r, p.devices,
            p.servers, text_of(p.binding)
        );
    }
}

void caches() {
    page::heading("Key-value caches: from which prompt length on reloading beats computing");
    page::say(
        "A server of eight accelerators that computes prompts at 3.2 PFLOP/s. Tokens of prefix, with the range of the "
        "tier's figures; time and bytes for 16,000 tokens."
    );
    struct served {
        transformer const* model;
        data_per_token<> cache;
    };
    served const all[] = {
        {&catalog::deepseek_r1, cache_per_token(catalog::deepseek_r1, 2.0 * byte)},
        {&catalog::llama_3_1_70b, cache_per_token(catalog::llama_3_1_70b, 2.0 * byte)}};
    auto const work = [](transformer const& m) { return prompt_work_of(m, 3.2 * PFLOP_per_second); };
    for (served const& s : all) {
        duration<> const computed = recompute_time(work(*s.model), 16e3 * token);
        fmt::print(
            "\n{}: {:.1f} kB a token, 16,000 tokens are {:.2f} GB and computed in {:.2f} s\n", s.model->name,
            s.cache.in(kB / token), (16e3 * token * s.cache).in(GB), computed.in(second)
        );
        for (auto const* tier :
             {&catalog::cache_in_host, &catalog::cache_in_pool, &catalog::cache_on_nvme, &catalog::cache_on_network}) {
            auto const likely = convert<double>(*tier);
            auto const wide = convert<interval>(*tier);
            auto const n = break_even_length(likely, work(*s.model), s.cache);
            cache_tier worst = likely, best = likely;
            worst.read = wide.read.base_value.low * byte / second,
            worst.latency = wide.latency.base_value.high * second;
            best.read = wide.read.base_value.high * byte / second, best.latency = wide.latency.base_value.low * second;
            fmt::print(
                "  {:<28}{:>9.0f} tokens ({:.0f} to {:.0f}){:>12.3g} for 16,000\n", tier->name, n.in(token),
                break_even_length(best, work(*s.model), s.cache).in(token),
                break_even_length(worst, work(*s.model), s.cache).in(token), reload_time(likely, 16e3 * token, s.cache)
            );
        }
    }

    page::heading("What a cached token costs: DeepSeek-R1, 20,000 prompt tokens a second to a server");
    page::say("Share of prompt tokens found, and USD/Mtok of those found (tiers beside the accelerators: capital over "
              "five years and "
              "power), as tiers are added and by the mean time until a prefix comes again. DeepSeek sells cached input "
              "at 0.014 "
              "USD/Mtok (2024).");
    cache_tier const tiers[] = {
        catalog::cache_in_hbm, catalog::cache_in_host, catalog::cache_on_nvme, catalog::cache_on_network};
    fmt::print("\n{:<16}", "");
    for (cache_tier const& t : tiers)
        fmt::print("{:>24}", std::string("+ ") + t.name);
    fmt::print("\n");
    cache_result<> r;
    for (duration<> const again : {10.0 * minute, 2.0 * hour, 24.0 * hour}) {
        fmt::print("{:<16}", fmt::format("{}", again));
        for (std::size_t used = 1; used <= std::size(tiers); ++used) {
            // [caches]
            basic_cache_load<> const load{
                .input = 3'909.0 * token,
                .arriving = 20e3 * token / second,
                .cache = all[0].cache,
                .work = work(*all[0].model),
                .layers = all[0].model->layers};
            prefix_reuse reuse = catalog::deepseek_reuse;
            reuse.again = again;
            r = perform(reuse, load, std::span<cache_tier const>(tiers, used), cache_terms{});
            // [/caches]
            fmt::print(
                "{:>24}", fmt::format("{:.1f} %  {:.4f}", 100.0 * r.cached.value, r.price.in(1e-6 * USD / token))
            );
        }
        fmt::print("\n");
    }
    page::say(
        "With all of them a request waits {:.2g} for its cache, behind the computing of its new tokens; computing the "
        "prefix again takes {:.2g}.",
        r.exposed, r.recompute
    );
}

void pools() {
    page::heading("Memory pooled over CXL");
    auto const pool = [](double price, money<> const& server) {
        memory_pool p = catalog::cxl_pool;
        p.memory_price = price * USD / GB;
        return perform(p, 2.0 * TB, server);
    };
    for (double const price : {4.0, 6.0, 19.0})
        for (money<> const& server : {20e3 * USD, 300e3 * USD}) {
            pool_result<> const r = pool(price, server);
            fmt::print(
                "memory at {:>2.0f} USD/GB, servers of 2 TB at {:>3.0f} kUSD: {:.1f} % saved, {:>6.0f} USD, less pool "
                "{:.0f} and slowdown "
                "{:>5.0f}: {:>6.0f} USD and {:.0f} kg a server\n",
                price, server.in(1e3 * USD), 100.0 * r.saved.value, r.memory_worth.value.in(USD), r.pool.value.in(USD),
                r.slowdown.value.in(USD), r.net.value.in(USD), r.carbon.value.in(kgCO2e)
            );
        }
    page::say(
        "A pool pays in general-purpose servers where memory is dear; in an accelerator's host the price of what slows "
        "down exceeds it."
    );
}

void lines() {
    page::heading("Lines between sites: 100 Tb/s");
    fmt::print(
        "\n{:<30}{:>8}{:>9}{:>8}{:>8}   {}\n{:<30}{:>8}{:>9}{:>8}{:>8}{:>15}{:>15}{:>15}\n", "", "", "one way", "", "",
        "MUSD a year (USD per Gb/s, km and year)", "", "km", "ms", "pairs", "kW", "built", "dark", "leased"
    );
    for (catalog::wan_entry const& e : catalog::all_wan_links) {
        wan_link const link = *e.link;
        fibre_route const route = *e.route;
        fibre_plan const p = plan_fibre(route, link.distance * link.route.value, one_way(100.0 * terabit_per_second));
        fmt::print(
            "{:<30}{:>8.0f}{:>9.3f}{:>8}{:>8.0f}", e.link->name, p.route.in(kilometre),
            one_way_latency(link).in(millisecond), p.pairs, fibre_power(p, route).in(kilowatt)
        );
        for (fibre_holding const held : {fibre_holding::built, fibre_holding::dark, fibre_holding::leased}) {
            auto const c = fibre_cost(p, route, held, real_rate);
            fmt::print(
                "{:>15}", fmt::format(
                              "{:.2f} ({:.2g})", c.total().in(1e6 * USD / year),
                              price_of_line(c, p).in(USD / (gigabit_per_second * kilometre * year))
                          )
            );
        }
        fmt::print("\n");
    }
    page::say("\nA radio at 300 GHz in place of the fibre, as claimed for 6G: 100 Gb/s or 1 Tb/s within 100 us. "
              "Needed: the exchange of "
              "405 G gradients in 2 bytes between two sites within a step of 5 s.");
    byte_rate<> const needed = 811.7e9 * byte / (5.0 * second);
    for (double const km : {0.1, 1.0, 8.5, 100.0})
        for (double const tb : {0.1, 1.0}) {
            radio_link l = catalog::sub_terahertz_radio;
            if (tb == 1.0)
                l.bandwidth = 69e9 / second;
            radio_claim const c = examine(l, tb * terabit_per_second, km * kilometre, 100.0 * microsecond, needed);
            fmt::print(
                "  {:>5.1f} Tb/s over {:>5.1f} km: carries {:>7.2g} Tb/s, the claim reaches {:>5.2f} km; {:>3} hops, "
                "{:>6.0f} us ({}), "
                "{} links abreast\n",
                tb, km, c.carried.in(terabit_per_second), c.reach.in(kilometre), c.hops,
                c.least_latency.in(microsecond), c.latency_holds() ? "holds" : "does not hold", c.parallel
            );
        }
    page::say(
        "The rates hold between roofs: 100 Gb/s over three kilometres of dry air, 1 Tb/s over less than one (shown so "
        "far: 100 Gb/s "
        "over 100 m, 1 Tb/s in laboratories). A campus takes a chain of hops, which keeps 100 us at 100 Gb/s and not "
        "at 1 Tb/s; "
        "for 100 km light in air alone takes 334 us, in fibre 490. The exchange takes 13 links of 100 Gb/s abreast; "
        "one pair of fibres carries 25 Tb/s."
    );
}

} // namespace

int main() {
    tiers();
    checkpoints(16'384, 405'853'388'800, 0.04);
    checkpoints(100'000, 2'000'000'000'000, 0.05);
    intervals();
    loaders();
    caches();
    pools();
    lines();
}
