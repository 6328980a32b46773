/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the tables of how Chinese characters and words are read, at build time: opening ICU's
 * transliterator takes a tenth of a second, which no start of the desk should wait for.
 */
#include <glib.h>
#include <stdio.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#define LONGEST 32
#define LONGEST_WORD 4
#define MOST_READINGS 8

/* Extension A and the basic block of CJK ideographs. */
#define FIRST 0x3400
#define LAST 0x9fff

/* ICU knows one reading of each character. These have more that people type: as words of the trade,
 * as surnames, and as place names of Guangdong, where 涌 is chong and 埔 may be bu.
 */
static const char others[] =
  "重zhong,chong 长chang,zhang 行xing,hang 调diao,tiao 乐le,yue 会hui,kuai 参can,shen,cen "
  "单dan,shan,chan 区qu,ou 率lv,shuai 数shu,shuo 还hai,huan 得de,dei 车che,ju 都dou,du "
  "朝chao,zhao 曾zeng,ceng 厦xia,sha 番fan,pan 涌yong,chong 埔pu,bu 莞guan,wan 滘jiao "
  "漖jiao 陂bei,pi 大da,dai 地di,de 给gei,ji 属shu,zhu 藏cang,zang 传chuan,zhuan 弹dan,tan "
  "度du,duo 和he,huo 假jia 角jiao,jue 解jie,xie 觉jue,jiao 卡ka,qia 落luo,la 模mo,mu "
  "省sheng,xing 盛sheng,cheng 什shen,shi 石shi,dan 识shi,zhi 说shuo,shui 宿su,xiu 提ti,di "
  "尾wei,yi 系xi,ji 校xiao,jiao 血xue,xie 员yuan,yun 折zhe,she 种zhong,chong 仔zi,zai "
  "查cha,zha 仇chou,qiu 任ren 覃qin,tan 尉wei,yu 万wan,mo 翟zhai,di 祭ji,zhai 盖gai,ge "
  "亲qin,qing 屏ping,bing 薄bo,bao 柏bai,bo 核he,hu 圈quan,juan 露lu,lou 削xiao,xue "
  "着zhe,zhao,zhuo 了le,liao 的de,di 便bian,pian 差cha,chai,ci 称cheng,chen 否fou,pi 几ji "
  "降jiang,xiang 劲jin,jing 没mei,mo 奇qi,ji 塞sai,se 色se,shai 杉shan,sha 拓tuo,ta "
  "吓xia,he 巷xiang,hang 宁ning 贾jia,gu 缴jiao 缪miao,mou 冯feng,ping 纪ji 谷gu,yu "
  "强qiang,jiang 秘mi,bi 熟shu,shou 谁shui,shei 似si,shi 拾shi,she 遗yi,wei 与yu "
  "粘zhan,nian 轧ya,zha 爪zhua,zhao";

typedef struct
{
  /* Readings, "chong,zhong", → number of the sound. */
  GHashTable *numbers;
  /* Those of each number, less one. */
  GPtrArray  *readings;
} Sounds;

/* Takes the tones off "lǜ" and writes "lv"; FALSE when something else than letters is left. */
static gboolean
strip_tones (const char *pinyin,
             char        plain[LONGEST])
{
  g_autofree char *apart = g_utf8_normalize (pinyin, -1, G_NORMALIZE_NFD);
  gsize n = 0;

  for (const char *p = apart; p != NULL && *p != '\0' && n + 1 < LONGEST; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && n > 0)
        plain[n - 1] = 'v';
      else if (c < 0x80 && g_ascii_isalpha ((char) c))
        plain[n++] = g_ascii_tolower ((char) c);
      else if (!g_unichar_ismark (c))
        return FALSE;
    }
  plain[n] = '\0';
  return n > 0;
}

/* NULL when ICU knows no reading. */
static char *
transliterate (UTransliterator *han_latin,
               gunichar         character)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[LONGEST] = { (UChar) character };
  char pinyin[4 * LONGEST], plain[LONGEST];
  int32_t length = 1, limit = 1;

  utrans_transUChars (han_latin, text, &length, LONGEST, 0, &limit, &status);
  u_strToUTF8 (pinyin, sizeof pinyin, NULL, text, length, &status);
  return U_SUCCESS (status) && strip_tones (pinyin, plain) ? g_strdup (plain) : NULL;
}

/* character → "chong,zhong" */
static GHashTable *
read_others (void)
{
  GHashTable *table = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_auto (GStrv) entries = g_strsplit (others, " ", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    if (!g_hash_table_insert (table, GUINT_TO_POINTER (g_utf8_get_char (entries[i])),
                              g_strdup (g_utf8_next_char (entries[i]))))
      g_error ("%s stands twice in the table", entries[i]);
  return table;
}

static char *
find_readings (UTransliterator *han_latin,
               GHashTable      *known,
               gunichar         character)
{
  g_autofree char *usual = transliterate (han_latin, character);
  const char *more = g_hash_table_lookup (known, GUINT_TO_POINTER (character));
  g_auto (GStrv) readings = g_strsplit (more != NULL ? more : "", ",", -1);

  if (more == NULL)
    return g_steal_pointer (&usual);
  if (usual == NULL || g_strv_contains ((const char *const *) readings, usual))
    return g_strdup (more);
  return g_strconcat (usual, ",", more, NULL);
}

static void
add_reading (GHashTable *known,
             gpointer    character,
             const char *reading)
{
  const char *before = g_hash_table_lookup (known, character);
  g_auto (GStrv) readings = g_strsplit (before != NULL ? before : "", ",", -1);

  if (before == NULL || g_strv_contains ((const char *const *) readings, reading))
    return;
  g_hash_table_insert (known, character, g_strconcat (before, ",", reading, NULL));
}

/* What a line of @path says: a word and the reading of each of its characters. */
typedef struct
{
  gunichar characters[LONGEST_WORD];
  char    *readings[LONGEST_WORD];
  guint    length;
} Word;

static void
free_word (gpointer data)
{
  Word *word = data;

  for (guint i = 0; i < word->length; i++)
    g_free (word->readings[i]);
  g_free (word);
}

static Word *
read_word (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " ", -1);
  Word *word = g_new0 (Word, 1);

  for (const char *p = parts[0]; *p != '\0'; p = g_utf8_next_char (p), word->length++)
    {
      if (word->length == LONGEST_WORD || parts[word->length + 1] == NULL)
        g_error ("“%s” is no word with its readings", line);
      word->characters[word->length] = g_utf8_get_char (p);
      word->readings[word->length] = g_strdup (parts[word->length + 1]);
    }
  return word;
}

/* (element-type Word), in the order of their characters. */
static GPtrArray *
read_words (const char *path)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (free_word);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && *lines[i] != '\0')
      g_ptr_array_add (words, read_word (lines[i]));
  return words;
}

/* character → its readings, those of words too. */
static GHashTable *
find_all_readings (UTransliterator *han_latin,
                   GPtrArray       *words)
{
  g_autoptr (GHashTable) others = read_others ();
  GHashTable *all = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (gunichar c = FIRST; c <= LAST; c++)
    g_hash_table_insert (all, GUINT_TO_POINTER (c), find_readings (han_latin, others, c));
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = words->pdata[i];

      for (guint k = 0; k < word->length; k++)
        add_reading (all, GUINT_TO_POINTER (word->characters[k]), word->readings[k]);
    }
  return all;
}

static guint
number_readings (Sounds     *self,
                 const char *readings)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, readings));

  if (number == 0)
    {
      g_ptr_array_add (self->readings, g_strdup (readings));
      number = self->readings->len;
      g_hash_table_insert (self->numbers, g_strdup (readings), GUINT_TO_POINTER (number));
    }
  return number;
}

/* The sound of those of the readings of @sound that have a bit in @mask. */
static guint
number_some (Sounds *self,
             guint   sound,
             guint   mask)
{
  g_auto (GStrv) all = g_strsplit (self->readings->pdata[sound - 1], ",", -1);
  g_autoptr (GString) some = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    if (mask >> i & 1)
      g_string_append_printf (some, "%s%s", some->len > 0 ? "," : "", all[i]);
  return number_readings (self, some->str);
}

static guint
count_readings (const char *readings)
{
  guint n = 1;

  for (const char *p = readings; *p != '\0'; p++)
    n += *p == ',';
  return n;
}

/* For each sound that has several readings, the sounds of some of them; in @begins where those of a
 * sound are, less one. New sounds come in on the way. */
static void
print_some (Sounds  *self,
            GString *begins)
{
  guint n = 0;

  printf ("\nstatic const guint16 some_sounds[] = {\n");
  for (guint sound = 1; sound <= self->readings->len; sound++)
    {
      guint k = count_readings (self->readings->pdata[sound - 1]);

      if (k > MOST_READINGS)
        g_error ("“%s” are too many", (char *) self->readings->pdata[sound - 1]);
      g_string_append_printf (begins, ", %u", k > 1 ? n : 0);
      for (guint mask = 1; k > 1 && mask < 1u << k; mask++, n++)
        printf ("%u,%c", number_some (self, sound, mask), n % 16 == 15 ? '\n' : ' ');
    }
  printf ("};\n");
}

static void
print_sounds (Sounds *self)
{
  g_autoptr (GString) begins = g_string_new ("0");
  guint n;

  print_some (self, begins);
  n = self->readings->len;
  printf ("\nstatic const guint16 some_begin[] = { %s };\n\n", begins->str);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) each = g_strsplit (self->readings->pdata[i], ",", -1);
      g_autofree char *list = g_strjoinv ("\", \"", each);

      printf ("static const char *const readings_%u[] = { \"%s\", NULL };\n", i + 1, list);
    }
  printf ("\nstatic const char *const *const all_readings[] = {\n  NULL,\n");
  for (guint i = 1; i <= n; i++)
    printf ("  readings_%u,\n", i);
  printf ("};\n");
}

/* Which of the readings of @character @reading is, as a bit; 0 where there is no choice. */
static guint
tell_mask (GHashTable *all,
           gunichar    character,
           const char *reading)
{
  const char *known = g_hash_table_lookup (all, GUINT_TO_POINTER (character));
  g_auto (GStrv) readings = g_strsplit (known != NULL ? known : "", ",", -1);

  for (guint i = 0; readings[0] != NULL && readings[1] != NULL && readings[i] != NULL; i++)
    if (g_str_equal (readings[i], reading))
      return 1u << i;
  return 0;
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *word_a = *(Word *const *) a, *word_b = *(Word *const *) b;

  for (guint i = 0; i < LONGEST_WORD; i++)
    if (word_a->characters[i] != word_b->characters[i])
      return word_a->characters[i] < word_b->characters[i] ? -1 : 1;
  return 0;
}

static void
print_words (GPtrArray  *words,
             GHashTable *all)
{
  g_ptr_array_sort (words, compare_words);
  printf ("\nstatic const Word words[] = {\n");
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = words->pdata[i];
      guint masks[LONGEST_WORD] = { 0 };

      for (guint k = 0; k < word->length; k++)
        masks[k] = tell_mask (all, word->characters[k], word->readings[k]);
      printf ("  { { %u, %u, %u, %u }, { %u, %u, %u, %u } },\n", word->characters[0],
              word->characters[1], word->characters[2], word->characters[3], masks[0], masks[1],
              masks[2], masks[3]);
    }
  printf ("};\n");
}

/* Tells an index made with another table. */
static guint32
hash_all (Sounds     *self,
          const char *table,
          GPtrArray  *words)
{
  guint32 hash = g_str_hash (table);

  for (guint i = 0; i < self->readings->len; i++)
    hash = hash * 16777619u ^ g_str_hash (self->readings->pdata[i]);
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = words->pdata[i];

      for (guint k = 0; k < word->length; k++)
        hash = (hash * 16777619u ^ word->characters[k]) * 16777619u ^ g_str_hash (word->readings[k]);
    }
  return hash;
}

static void
print_table (UTransliterator *han_latin,
             GPtrArray       *words)
{
  g_autoptr (GHashTable) all = find_all_readings (han_latin, words);
  g_autoptr (GString) table = g_string_new (NULL);
  Sounds sounds = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                    g_ptr_array_new_with_free_func (g_free) };

  for (gunichar c = FIRST; c <= LAST; c++)
    {
      const char *readings = g_hash_table_lookup (all, GUINT_TO_POINTER (c));

      g_string_append_printf (table, "%u,%c", readings ? number_readings (&sounds, readings) : 0,
                              c % 16 == 15 ? '\n' : ' ');
    }
  printf ("\n#define FIRST 0x%x\n#define LAST 0x%x\n\n", FIRST, LAST);
  printf ("static const guint16 table[] = {\n%s};\n", table->str);
  print_sounds (&sounds);
  print_words (words, all);
  printf ("\n#define PINYIN_HASH %uu\n", hash_all (&sounds, table->str, words));
  g_hash_table_unref (sounds.numbers);
  g_ptr_array_unref (sounds.readings);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) words = argc == 2 ? read_words (argv[1]) : NULL;
  UErrorCode status = U_ZERO_ERROR;
  UChar id[16];
  UTransliterator *han_latin;

  if (words == NULL)
    g_error ("The file of words is missing");
  u_uastrcpy (id, "Han-Latin");
  han_latin = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    g_error ("ICU: %s", u_errorName (status));
  print_table (han_latin, words);
  utrans_close (han_latin);
  return 0;
}
