#pragma once
#include <tallywatt/cluster/cluster.hpp>
#include <tallywatt/cluster/collective.hpp>
#include <tallywatt/cluster/exchange.hpp>
#include <tallywatt/cluster/fabric.hpp>
#include <tallywatt/cluster/hierarchical.hpp>
#include <tallywatt/cluster/rack.hpp>
#include <tallywatt/cluster/server.hpp>
