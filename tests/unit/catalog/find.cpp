// Parts by name: each that users ask for is found, families list their members, errors name what is near.
#include <tallywatt/catalog/find.hpp>
#include <tallywatt/catalog/find_model.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace {
using namespace tallywatt;

std::string found(char const* name) {
    try {
        return catalog::find_accelerator(name).id;
    } catch (invalid_input const& e) {
        return e.what();
    }
}
std::string all_found(char const* name) {
    std::string ids;
    catalog::for_each_accelerator(name, [&](catalog::accelerator_entry const& e) {
        ids += std::string(ids.empty() ? "" : " ") + e.id;
    });
    return ids;
}
std::string system_found(char const* name) {
    try {
        return catalog::find_system(name).id;
    } catch (invalid_input const& e) {
        return e.what();
    }
}
std::string model_found(char const* name) {
    try {
        return catalog::find_model(name).id;
    } catch (invalid_input const& e) {
        return e.what();
    }
}

// in a constant expression, hence without allocation
static_assert(std::string_view(catalog::find_accelerator("nvidia h100").id) == "h100");
static_assert(std::string_view(catalog::find_system("gb200 nvl72").id) == "gb200_nvl72_system");
static_assert(catalog::find_model("deepseek v3").shape == &catalog::deepseek_v3);
static_assert(catalog::find_accelerator("Trainium2").model == &catalog::trainium2);

TEST_CASE("find: every part that users ask for") {
    CHECK(all_found("NVIDIA H100") == "h100");
    CHECK(all_found("H800") == "h800");
    CHECK(all_found("B200") == "b200");
    CHECK(all_found("GB200") == "gb200");
    CHECK(all_found("AMD MI300X") == "mi300x");
    CHECK(all_found("Google TPU v5p") == "tpu_v5p");
    CHECK(all_found("AWS Trainium2") == "trainium2");
    CHECK(all_found("Inferentia2") == "inferentia2");
    CHECK(all_found("Microsoft Maia") == "maia_100");
    CHECK(all_found("Meta MTIA") == "mtia_v1 mtia_v2");
    CHECK(all_found("Intel Gaudi") == "gaudi2 gaudi3");
    CHECK(all_found("Apple") == "m4_max");
    CHECK(all_found("Tesla Dojo") == "dojo_d1");
    CHECK(all_found("Cerebras") == "wse2 wse3");
    CHECK(all_found("Groq") == "groq_lpu");
    CHECK(all_found("Graphcore") == "bow_ipu");
    CHECK(all_found("SambaNova") == "sn40l");
    CHECK(all_found("Tenstorrent") == "wormhole blackhole");
    CHECK(all_found("Huawei Ascend") == "ascend_910b ascend_910c");
    CHECK(all_found("Cambricon") == "mlu370_x8 mlu590");
    CHECK(all_found("Biren") == "br100 br104");
    CHECK(all_found("Moore Threads") == "mtt_s4000");
    CHECK(all_found("Hygon") == "dcu_z100 dcu_k100_ai");
    CHECK(all_found("Hygon DCU") == "dcu_z100 dcu_k100_ai");
    CHECK(all_found("Kunlun") == "kunlun_r200 kunlun_p800");
    CHECK(all_found("Hanguang") == "hanguang_800");
    CHECK(all_found("Sunrise") == "sunrise_s2 sunrise_s3");
    CHECK(all_found("FPGA") == "alveo_v80");
    CHECK(all_found("Alveo") == "alveo_v80");
}

TEST_CASE("find: case, blanks, hyphens and the vendor do not count") {
    for (char const* name :
         {"h100", "H100", "NVIDIA H100", "nvidia-h-100", "H100 SXM", "  h100 sxm5 ", "H100_SXM5_80GB",
          "NVIDIA H100 SXM5 80GB"}) {
        INFO(std::string(name));
        CHECK(found(name) == "h100");
    }
    CHECK(found("h100 pcie") == "h100_pcie");
    CHECK(found("trn2") == "trainium2");
    CHECK(found("Trainium 2") == "trainium2");
    CHECK(found("ironwood") == "tpu_v7");
    CHECK(found("4090") == "rtx_4090");
    CHECK(found("V100") == "v100");
}

TEST_CASE("find: each product by its name, its id and each of its aliases, and by no other's") {
    for (catalog::accelerator_entry const& e : catalog::all_accelerators) {
        INFO(std::string(e.id));
        CHECK(&catalog::find_accelerator(e.id) == &e);
        CHECK(&catalog::find_accelerator(e.sheet->name) == &e);
        CHECK(&catalog::find_accelerator(std::string(e.sheet->vendor) + ' ' + e.sheet->name) == &e);
        for (char const* alias : e.aliases)
            if (alias != nullptr)
                CHECK(&catalog::find_accelerator(alias) == &e);
    }
    for (catalog::system_entry const& e : catalog::all_systems) {
        INFO(std::string(e.id));
        CHECK(&catalog::find_system(e.id) == &e);
        CHECK(&catalog::find_system(e.sheet->name) == &e);
        for (char const* alias : e.aliases)
            if (alias != nullptr)
                CHECK(&catalog::find_system(alias) == &e);
    }
    for (catalog::model_entry const& e : catalog::all_models) {
        INFO(std::string(e.id));
        CHECK(&catalog::find_model(e.id) == &e);
        CHECK(&catalog::find_model(e.shape->name) == &e);
    }
}

TEST_CASE("find: a name that several answer to lists them") {
    CHECK(found("Intel Gaudi") == "accelerator: \"Intel Gaudi\" may be any of: Intel Gaudi 2, Intel Gaudi 3");
    CHECK(
        found("R200")
        == "accelerator: \"R200\" may be any of: NVIDIA Rubin (VR200 NVL72), per GPU, Baidu Kunlunxin Kunlun 2 R200-8F"
    );
    CHECK(model_found("mixtral") == "model: \"mixtral\" may be any of: Mixtral 8x7B v0.1, Mixtral 8x22B v0.1");
    CHECK(
        system_found("UltraServer")
        == "system: \"UltraServer\" may be any of: AWS Trn2 UltraServer (64 x Trainium2), AWS Trn3 UltraServer Gen2 "
           "(144 x Trainium3)"
    );
}

TEST_CASE("find: an unknown name lists what is near it") {
    std::string const text = found("H1000");
    CHECK(text.rfind("accelerator: no accelerator is called \"H1000\"; near it: NVIDIA H100 SXM5 80GB", 0) == 0);
    CHECK(
        found("Gaudi 4") == "accelerator: no accelerator is called \"Gaudi 4\"; near it: Intel Gaudi 2, Intel Gaudi 3"
    );
    CHECK(found("Tranium 2").find("near it: AWS Trainium2") != std::string::npos);
    CHECK(model_found("Llama 3.1 71B").find("Llama 3.1 70B") != std::string::npos);
    CHECK(system_found("DGX H300").find("DGX H") != std::string::npos);
    // nothing near, nothing asked
    CHECK(found("quantum annealer") == "accelerator: no accelerator is called \"quantum annealer\"");
    CHECK(found("") == "accelerator: no accelerator is called \"\"");
    CHECK(found(" - ") == "accelerator: no accelerator is called \" - \"");
}

TEST_CASE("find: another product is not taken for the one asked for") {
    CHECK(found("L40").find("no accelerator") != std::string::npos);   // L40S is another card
    CHECK(found("A10").find("no accelerator") != std::string::npos);   // not A100
    CHECK(found("MI355").find("no accelerator") != std::string::npos); // MI350X, MI355X ...
    CHECK(found("Maia 200").find("no accelerator") != std::string::npos);
    CHECK(found("AMD H100").find("no accelerator") != std::string::npos);
}

// [find]
TEST_CASE("find: from a name to an accelerator that can be computed with") {
    catalog::accelerator_entry const& h100 = catalog::find_accelerator("NVIDIA H100");
    CHECK(h100.model == &catalog::h100); // measured: its own model
    catalog::accelerator_entry const& l40s = catalog::find_accelerator("L40S");
    CHECK(l40s.from_sheet); // made of its data sheet
    accelerator const card = catalog::model_of(l40s);
    CHECK(card.memory_capacity.in(GiB) == doctest::Approx(48.0));

    CHECK_THROWS_WITH(
        catalog::model_of(catalog::find_accelerator("Alibaba Hanguang")),
        "datasheet: Alibaba Hanguang 800 makes no accelerator; unknown: a matrix rate at 16 bits, memory bandwidth, "
        "rate of a "
        "link (scale-up or host), price (fill a copy of the sheet, or pass stand_ins)"
    );
}
// [/find]

} // namespace
