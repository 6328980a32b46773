/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills an empty service with the sample catalog, sample people and some weeks of invented work. */
#pragma once

#include "yc-service.h"

G_BEGIN_DECLS

gboolean yc_sample_data_fill (YcService  *service,
                              GError    **error);

G_END_DECLS
