<?php
// Renders cases with PHP's Twig: reads them from standard input, writes them with what came out to standard output.
// The format is told in docs/reference/twig.md.

require_once 'Twig/autoload.php';
date_default_timezone_set('UTC');

function finish(array $case, &$data): void
{
    foreach ($case['kept'] as $line) {
        echo $line, "\n";
        if (str_starts_with($line, '$')) {
            $data = json_decode(substr($line, 2), true, 512, JSON_THROW_ON_ERROR);
        }
    }
    if ($case['main'] === null || $case['newer']) {
        foreach ($case['expected'] as $line) {
            echo $line, "\n";
        }
        return;
    }
    echo render($case, $data), "\n";
}

function environment(array $case): Twig\Environment
{
    $strict = ($case['options']['strict'] ?? 'true') === 'true';
    $templates = $case['templates'] + ['main' => $case['main']];
    $twig = new Twig\Environment(new Twig\Loader\ArrayLoader($templates), [
        'strict_variables' => $strict,
        'autoescape' => $case['options']['autoescape'] ?? false,
    ]);
    $twig->addExtension(salt($case['options']['autoescape'] ?? 'none'));
    set_error_handler(function (int $level, string $message) use ($strict) {
        $serious = $level & (E_WARNING | E_NOTICE | E_USER_WARNING | E_RECOVERABLE_ERROR);
        if ($serious && $strict) {
            throw new ErrorException('Warning: '.$message);
        }
        return true;
    });
    return $twig;
}

// Twig keeps compiled classes by text and extensions, not by the strategy of escaping.
function salt(string $strategy): Twig\Extension\AbstractExtension
{
    $class = 'Salt_'.$strategy;
    if (!class_exists($class, false)) {
        eval("class $class extends Twig\\Extension\\AbstractExtension {}");
    }
    return new $class();
}

function render(array $case, $data): string
{
    $level = ob_get_level();
    try {
        $text = environment($case)->render('main', $data ?? []);
        $text = mb_convert_encoding($text, 'UTF-8', 'UTF-8') === $text ? $text : mb_scrub($text, 'UTF-8');
        return '< '.str_replace("\n", "\n< ", $text);
    } catch (Twig\Error\SyntaxError $e) {
        return failed('syntax', $e);
    } catch (Twig\Error\Error $e) {
        return failed('runtime', $e);
    } catch (Throwable $e) {
        return '! runtime 0 '.strtok($e->getMessage(), "\n");
    } finally {
        restore_error_handler();
        while (ob_get_level() > $level) {
            ob_end_clean();
        }
    }
}

function failed(string $kind, Twig\Error\Error $e): string
{
    return "! $kind ".max(0, $e->getTemplateLine()).' '.strtok($e->getRawMessage(), "\n");
}

function start(): array
{
    return ['kept' => [], 'expected' => [], 'templates' => [], 'main' => null, 'options' => [], 'newer' => false, 'name' => null];
}

$data = [];
$case = start();
foreach (explode("\n", stream_get_contents(STDIN)) as $line) {
    $sign = substr($line, 0, 1);
    $text = substr($line, 2);
    if ($line === '') {
        finish($case, $data);
        echo "\n";
        $case = start();
        continue;
    }
    if ($sign === '<' || $sign === '!') {
        $case['expected'][] = $line;
        continue;
    }
    $case['kept'][] = $line;
    if ($sign === 'o') {
        foreach (explode(' ', $text) as $option) {
            [$name, $value] = explode('=', $option);
            $case['options'][$name] = $value;
        }
    } elseif ($sign === 'n') {
        $case['newer'] = true;
    } elseif ($sign === '@') {
        $case['name'] = $text === 'main' ? null : $text;
    } elseif ($sign === '>') {
        $target = &$case['main'];
        if ($case['name'] !== null) {
            $case['templates'] += [$case['name'] => null];
            $target = &$case['templates'][$case['name']];
        }
        $target = $target === null ? $text : $target."\n".$text;
        unset($target);
    }
}
