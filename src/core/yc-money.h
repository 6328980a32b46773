/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money: whole fen in the data, yuan on screen, Chinese capitals on paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest amount in fen: 15 digits, which a double of another program holds as well. */
#define YC_MONEY_MAX G_GINT64_CONSTANT (999999999999999)

/**
 * yc_money_parse:
 * @text: what was typed, UTF-8: yuan with at most two decimals
 * @fen: (out): the amount
 *
 * Takes a minus, a yuan sign before and 元 behind the number, commas between its digits, white
 * space and full-width characters.
 *
 * Returns: %FALSE if @text is no such amount, or one beyond ±%YC_MONEY_MAX
 */
gboolean  yc_money_parse      (const char *text,
                               gint64     *fen);

/**
 * yc_money_format:
 * @fen: an amount
 *
 * Returns: (transfer full): yuan with two decimals and commas, such as "-1,234.50"
 */
char     *yc_money_format     (gint64      fen);

/**
 * yc_money_to_capital:
 * @fen: an amount within ±%YC_MONEY_MAX
 *
 * Writes an amount as it must stand on vouchers, in Chinese whatever the interface's language, by
 * the Basic Rules of Accounting Work (会计基础工作规范), article 52: 整 after yuan or jiao, one 零
 * for zeros between digits.
 *
 * Returns: (transfer full): such as 壹仟零贰元伍角整
 */
char     *yc_money_to_capital (gint64      fen);

G_END_DECLS
