#pragma once
#include <tallywatt/finance/annuity.hpp>
#include <tallywatt/finance/asset.hpp>
#include <tallywatt/finance/finance.hpp>
#include <tallywatt/finance/price_year.hpp>
