/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mistakes in one form, whether it is of a catalog or not. */
#pragma once

#include "yc-catalog-document.h"
#include "yc-catalog-problem.h"

G_BEGIN_DECLS

GPtrArray *yc_catalog_check_form (YcCatalogDocument *document);

G_END_DECLS
