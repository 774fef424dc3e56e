// SPDX-License-Identifier: Apache-2.0
// ln and phi against values with 22 digits, made by Python's mpmath with 50:
//     nstr(log(mpf(x)), 22)   nstr(ncdf(mpf(z)), 22)
#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <colonnade/sdk/normal.hpp>
#include <limits>
#include <vector>

using colonnade::sdk::ln;
using colonnade::sdk::phi;

namespace {

constexpr double Tolerance = 1e-12;
constexpr double Infinity = std::numeric_limits<double>::infinity();

struct Row {
    double x;
    double value;
};

const std::vector<Row> Logarithms = {
    {5e-324, -744.4400719213812623141},
    {2.2250738585072014e-308, -708.3964185322641062244},
    {1e-300, -690.7755278982137051803},
    {1e-12, -27.63102111592854822833},
    {0.1, -2.302585092994045628507},
    {0.5, -0.6931471805599453094172},
    {0.7071067811865475, -0.3465735902799727433598},
    {0.7071067811865476, -0.3465735902799725863505},
    {0.99, -0.01005033585350145015505},
    {0.9999999999999999, -1.110223024625156602053e-16},
    {1, 0.0},
    {1.0000000000000002, 2.220446049250312834328e-16},
    {1.1, 0.09531017980432494078744},
    {1.4142135623730951, 0.3465735902799727230667},
    {1.4142135623730952, 0.3465735902799727230667},
    {1.5, 0.405465108108164381978},
    {2, 0.6931471805599453094172},
    {2.718281828459045, 0.9999999999999999468176},
    {3, 1.098612288668109691395},
    {7, 1.945910149055313305105},
    {10, 2.302585092994045684018},
    {86400, 11.36674295479214698931},
    {604800, 13.31265310384746029441},
    {31556952, 17.26730447133122934334},
    {1e15, 34.53877639491068526027},
    {1e300, 690.7755278982137052579},
    {1.7976931348623157e308, 709.7827128933839967322},
    {3.3068783068783068e-06, -12.61950592328751507124},
    {123456.789, 11.72364648718588101603},
};

const std::vector<Row> Shares = {
    {0, 0.5},
    {1e-300, 0.5},
    {1e-9, 0.5000000003989422804014},
    {0.1, 0.5398278372770289836689},
    {0.5, 0.6914624612740131036377},
    {1, 0.8413447460685429485852},
    {1.2815515655446004, 0.8999999999999999827091},
    {1.5, 0.9331927987311419339955},
    {2, 0.9772498680518207927997},
    {2.5, 0.993790334674223864833},
    {3, 0.9986501019683699054733},
    {4, 0.9999683287581668800787},
    {5, 0.9999997133484281208061},
    {6, 0.9999999990134123549623},
    {7, 0.9999999999987201874561},
    {8, 0.9999999999999993779039},
    {8.299999, 0.9999999999999999479439},
    {-1e-9, 0.4999999996010577195986},
    {-0.5, 0.3085375387259868963623},
    {-1, 0.1586552539314570514148},
    {-1.2815515655446004, 0.1000000000000000172909},
    {-2, 0.02275013194817920720028},
    {-3, 0.001349898031630094526652},
    {-4.5, 0.000003397673124730060401687},
    {-6, 9.865876450376981407009e-10},
    {-8, 6.220960574271784123516e-16},
    {-8.299999, 5.205613561466492691976e-17},
    {9, 0.9999999999999999998871},
    {-9, 1.128588405953840647736e-19},
};

}  // namespace

TEST_CASE("ln is within 1e-12", "[plugins][sdk]") {
    for (const auto& row : Logarithms) {
        INFO(row.x);
        CHECK(std::abs(ln(row.x) - row.value) <= Tolerance);
    }
    CHECK(ln(1) == 0);
    CHECK(ln(0) == -Infinity);
    CHECK(ln(-0.0) == -Infinity);
    CHECK(ln(Infinity) == Infinity);
    CHECK(std::isnan(ln(-1)));
    CHECK(std::isnan(ln(std::nan(""))));
}

TEST_CASE("phi is within 1e-12", "[plugins][sdk]") {
    for (const auto& row : Shares) {
        INFO(row.x);
        CHECK(std::abs(phi(row.x) - row.value) <= Tolerance);
    }
    CHECK(phi(0) == 0.5);
    CHECK(phi(-Infinity) == 0);
    CHECK(phi(Infinity) == 1);
    CHECK(std::isnan(phi(std::nan(""))));
}

// The library's own functions are good to a few of their last bits: dense, where the table is not.
TEST_CASE("ln and phi follow the mathematical library", "[plugins][sdk]") {
    for (int i = 1; i <= 20'000; ++i) {
        const double x = i * 0.00137;
        CHECK(std::abs(ln(x) - std::log(x)) <= 1e-14 * (1 + std::abs(std::log(x))));
        const double z = -10 + i * 0.001;
        CHECK(std::abs(phi(z) - std::erfc(-z / std::sqrt(2.0)) / 2) <= 1e-14);
    }
}

TEST_CASE("phi rises, but for its last bits, and stays a share", "[plugins][sdk]") {
    double before = 0;
    for (int i = 0; i <= 200'000; ++i) {
        const double share = phi(-10 + i * 0.0001);
        CHECK(share >= before - 1e-14);
        CHECK(share >= 0);
        CHECK(share <= 1);
        before = share;
    }
}

// The same bits on every machine, whatever the compiler's optimisation: sums over the bits.
TEST_CASE("ln and phi have the bits that they always had", "[plugins][sdk]") {
    std::uint64_t bits = 0;
    for (int i = 1; i <= 1'000; ++i) {
        bits = bits * 31 + std::bit_cast<std::uint64_t>(ln(i * 0.37));
        bits = bits * 31 + std::bit_cast<std::uint64_t>(phi(-5 + i * 0.01));
    }
    CHECK(bits == 0x5407'7d7f'b9a2'ff5cU);
}
