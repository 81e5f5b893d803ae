"""Prints what keystoneauth's plug-ins register, in the form of oslo-config-generator --format json.

The generator lists only the options of password plug-ins. Group @auth stands for every group that has auth_type.
"""
import json

from keystoneauth1 import loading

# Plug-ins give Python's own types, too.
NAMES = {str: 'string value', int: 'integer value', float: 'floating point value', bool: 'boolean value'}


def main():
    options = {}
    for plugin in sorted(loading.get_available_plugin_names()):
        for option in loading.get_auth_plugin_conf_options(plugin):
            entry = options.setdefault(option.dest, {
                'dest': option.dest, 'namespace': 'keystoneauth1', 'type': NAMES.get(option.type) or option.type.type_name,
                'default': option.default, 'sample_default': option.sample_default,
                'min': getattr(option.type, 'min', None), 'max': getattr(option.type, 'max', None),
                'choices': list(getattr(option.type, 'choices', None) or []),
                'secret': option.secret, 'mutable': option.mutable, 'deprecated_opts': [],
                'deprecated_for_removal': option.deprecated_for_removal, 'deprecated_since': option.deprecated_since})
            for old in option.deprecated_opts:
                name = {'group': '@auth', 'name': old.name}
                # With a dash a name cannot stand in a file.
                if '-' not in old.name and name not in entry['deprecated_opts']:
                    entry['deprecated_opts'].append(name)
    print(json.dumps({'options': {'@auth': {'opts': list(options.values())}}}))


if __name__ == '__main__':
    main()
