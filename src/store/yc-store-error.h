/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcStoreError:
 * @YC_STORE_ERROR_FAILED: an operation failed for a reason told in the message.
 * @YC_STORE_ERROR_OPEN: the database file cannot be opened or created.
 * @YC_STORE_ERROR_BUSY: another process held the database longer than the busy timeout.
 * @YC_STORE_ERROR_CONSTRAINT: a row would break a UNIQUE, NOT NULL, CHECK or FOREIGN KEY rule.
 * @YC_STORE_ERROR_CORRUPT: the file is damaged or no database.
 * @YC_STORE_ERROR_FULL: the disk is full or a write failed.
 * @YC_STORE_ERROR_READ_ONLY: a write was tried on a read-only connection or file.
 * @YC_STORE_ERROR_SQL: the SQL text or a parameter is wrong; a mistake in the program.
 * @YC_STORE_ERROR_NEWER: the database was made by a newer version of the program.
 * @YC_STORE_ERROR_MIGRATION: a numbered migration failed or is missing; the database is as before.
 * @YC_STORE_ERROR_CLOSED: the worker was closed before the job could run.
 * @YC_STORE_ERROR_KEY: a key file is missing, damaged, or readable by other users.
 * @YC_STORE_ERROR_PASSPHRASE: the passphrase is not the one the vault was made with.
 * @YC_STORE_ERROR_SEALED: sealed bytes cannot be opened: other key, other place, or altered.
 */
typedef enum
{
  YC_STORE_ERROR_FAILED = 1,
  YC_STORE_ERROR_OPEN,
  YC_STORE_ERROR_BUSY,
  YC_STORE_ERROR_CONSTRAINT,
  YC_STORE_ERROR_CORRUPT,
  YC_STORE_ERROR_FULL,
  YC_STORE_ERROR_READ_ONLY,
  YC_STORE_ERROR_SQL,
  YC_STORE_ERROR_NEWER,
  YC_STORE_ERROR_MIGRATION,
  YC_STORE_ERROR_CLOSED,
  YC_STORE_ERROR_KEY,
  YC_STORE_ERROR_PASSPHRASE,
  YC_STORE_ERROR_SEALED,
} YcStoreError;

#define YC_STORE_ERROR (yc_store_error_quark ())

GQuark yc_store_error_quark (void);

G_END_DECLS
